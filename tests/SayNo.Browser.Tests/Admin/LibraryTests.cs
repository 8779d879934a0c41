using Microsoft.Playwright;
using SayNo.Content.Publishing;
using SayNo.Web.Tests.Admin;

namespace SayNo.Browser.Tests.Admin;

/// <summary>The library with script: uploads in parts with smaller sizes, and a field that chooses from it.</summary>
[Collection(AtADesk.Name)]
public sealed class LibraryTests(AdminDesk desk, Chromium chromium) : IClassFixture<AdminDesk>
{
    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];

    [Fact]
    public async Task Files_arrive_are_drawn_smaller_and_chosen_in_a_form_by_keyboard()
    {
        await using var lead = await desk.SignInAsync(chromium, 1280, 900, AdminSite.Grant(Role.CampaignLead));
        var page = await desk.OpenAsync(lead, "/admin/media");
        await page.GetByLabel("Files", new() { Exact = true }).SetInputFilesAsync(
        [
            new FilePayload { Name = "window.png", MimeType = "image/png", Buffer = await PictureAsync(page, 700, 350) },
            new FilePayload { Name = "bad.svg", MimeType = "image/svg+xml", Buffer = "<svg/>"u8.ToArray() },
        ]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload" }).PressAsync("Enter");

        var arrivals = page.Locator("[data-arrivals] li");
        await Assertions.Expect(arrivals.Nth(0)).ToContainTextAsync("In the library");
        await Assertions.Expect(arrivals.Nth(1)).ToContainTextAsync("A drawing in SVG can hold a program");
        await page.PutAxeAsync();
        Assert.Empty(await page.ViolationsAsync("tag", Rules));

        await page.GotoAsync(desk.At("/admin/media"));
        await page.GetByRole(AriaRole.Link, new() { Name = "window.png" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-focus] img")).ToHaveJSPropertyAsync("naturalWidth", 700);
        await page.PutAxeAsync();
        Assert.Empty(await page.ViolationsAsync("tag", Rules));
        var picture = Directory.GetFiles(Path.Combine(desk.Site.MediaFolder, "library"), ".picture.json", SearchOption.AllDirectories).Single();
        Assert.Contains("\"width\": 640", await File.ReadAllTextAsync(picture), StringComparison.Ordinal);

        await ChooseAsync(page);
    }

    private async Task ChooseAsync(IPage page)
    {
        await page.GotoAsync(desk.At(await desk.PathOfAsync("Film", "AT", "neutral")));
        var poster = page.Locator(".sn-entry[data-field=Poster]");
        await poster.GetByRole(AriaRole.Button, new() { Name = "Choose file 1" }).PressAsync("Enter");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Choose a file" });
        await dialog.GetByRole(AriaRole.Button, new() { Name = "window.png" }).WaitForAsync();
        await page.PutAxeAsync();
        Assert.Empty(await page.ViolationsAsync("tag", Rules));
        await dialog.GetByRole(AriaRole.Button, new() { Name = "window.png" }).PressAsync("Enter");

        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await Assertions.Expect(poster.GetByLabel("Path of file 1")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^library/.*window"));
        await Assertions.Expect(poster.Locator("img")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the draft" }).ClickAsync();
        await Assertions.Expect(page.GetByText("was saved").First).ToBeVisibleAsync();
    }

    private static async Task<byte[]> PictureAsync(IPage page, int width, int height) => Convert.FromBase64String(await page.EvaluateAsync<string>(
        """
        ([width, height]) => {
          const canvas = Object.assign(document.createElement('canvas'), { width, height });
          canvas.getContext('2d').fillRect(10, 10, 100, 100);
          return canvas.toDataURL('image/png').split(',')[1];
        }
        """, new[] { width, height }));
}
