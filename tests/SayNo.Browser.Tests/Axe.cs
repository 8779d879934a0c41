using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace SayNo.Browser.Tests;

/// <summary>Runs axe in a page: put there once and asked often, since our pages hold no frames that it would have to be put into again.</summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Puts it there, unless the page has it already: it is half a megabyte to send and to read.</summary>
    public static async Task PutAxeAsync(this IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(Script);
        }
    }

    /// <summary>One line for each element that breaks a rule.</summary>
    /// <param name="page">The page.</param>
    /// <param name="kind">What is named: tags of rules (tag), or the rules themselves (rule).</param>
    /// <param name="names">Their names.</param>
    public static Task<string[]> ViolationsAsync(this IPage page, string kind, IEnumerable<string> names) => page.EvaluateAsync<string[]>(
        """
        async ([type, values]) => {
          const found = await axe.run(document, { runOnly: { type, values }, resultTypes: ['violations'] });
          return found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html}`));
        }
        """,
        new object[] { kind, names });
}
