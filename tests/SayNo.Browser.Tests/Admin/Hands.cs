using Microsoft.Playwright;

namespace SayNo.Browser.Tests.Admin;

/// <summary>What people do with a screen: they press buttons and follow links by the names that they read or hear.</summary>
internal static class Hands
{
    public static Task PressAsync(this IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public static Task FollowAsync(this IPage page, string link) =>
        page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();

    /// <summary>The address of the screen without its question.</summary>
    public static string Screen(this IPage page) => new Uri(page.Url).AbsolutePath;

    public static Task ReadsAsync(this IPage page, string text) => Assertions.Expect(page.GetByText(text).First).ToBeVisibleAsync();

    /// <summary>The text in a field of the form in which a text is written.</summary>
    public static ILocator Value(this IPage page, string field) => page.Locator($"[id='value.{field}']");
}
