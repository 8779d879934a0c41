using Microsoft.Playwright;

namespace SayNo.Browser.Tests;

/// <summary>Answers with the page alone: without its style, and with nothing that it asks for.</summary>
internal static class Bare
{
    public static async Task AnswerAsync(IRoute route)
    {
        if (route.Request.ResourceType != "document")
        {
            await route.AbortAsync();

            return;
        }

        var answer = await route.FetchAsync();
        var html = await answer.TextAsync();
        var start = html.IndexOf("<style", StringComparison.Ordinal);
        var end = html.IndexOf("</style>", StringComparison.Ordinal) + "</style>".Length;
        await route.FulfillAsync(new() { Response = answer, Body = html.Remove(start, end - start) });
    }
}
