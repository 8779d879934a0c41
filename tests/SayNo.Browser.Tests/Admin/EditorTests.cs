using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SayNo.Content.Publishing;
using SayNo.Web.Tests.Admin;

namespace SayNo.Browser.Tests.Admin;

/// <summary>The comfort that script adds to the form of a text.</summary>
[Collection(AtADesk.Name)]
public sealed class EditorTests(AdminDesk desk, Chromium chromium) : IClassFixture<AdminDesk>
{
    private static readonly Grant Austrian = AdminSite.Grant(Role.NationalEditor, "AT");

    [Fact]
    public async Task What_is_typed_is_kept_and_is_there_when_the_page_is_opened_again()
    {
        await using var context = await desk.SignInAsync(chromium, 1280, 800, Austrian);
        var path = await desk.PathOfAsync("CountryPage", "AT", "de");
        var page = await desk.OpenAsync(context, path);

        await page.Locator("[id='value.NameNote']").FillAsync("Half a sen");
        await Assertions.Expect(page.Locator("[data-kept]")).ToHaveTextAsync("Not kept yet");
        await Assertions.Expect(page.Locator("[data-kept]")).ToContainTextAsync("Kept at");
        await page.CloseAsync();

        var again = await desk.OpenAsync(context, path);
        await Assertions.Expect(again.Locator("[id='value.NameNote']")).ToHaveValueAsync("Half a sen");
        await Assertions.Expect(again.GetByText("what you had typed and not saved")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_was_typed_just_before_the_window_was_closed_is_kept_too()
    {
        await using var context = await desk.SignInAsync(chromium, 1280, 800, Austrian);
        var path = await desk.PathOfAsync("CountryPage", "AT", "de");
        var page = await desk.OpenAsync(context, path);

        await page.Locator("[id='value.NameNote']").FillAsync("At the last moment");
        await page.GotoAsync("about:blank");
        await page.GotoAsync(desk.At(path));

        // The browser delivers what a page sends at its end when it finds the time.
        for (var i = 0; i < 50 && await page.Locator("[id='value.NameNote']").InputValueAsync() != "At the last moment"; i++)
        {
            await page.ReloadAsync();
        }

        await Assertions.Expect(page.Locator("[id='value.NameNote']")).ToHaveValueAsync("At the last moment");
    }

    [Fact]
    public async Task Without_a_connection_the_page_says_so_does_not_leave_and_keeps_the_text_when_it_is_back()
    {
        await using var context = await desk.SignInAsync(chromium, 1280, 800, Austrian);
        var path = await desk.PathOfAsync("CountryPage", "AT", "de");
        var page = await desk.OpenAsync(context, path);

        await context.SetOfflineAsync(true);
        await page.Locator("[id='value.NameNote']").FillAsync("In a tunnel");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the draft" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-kept]")).ToContainTextAsync("does not answer");
        await Assertions.Expect(page.Locator("[id='value.NameNote']")).ToHaveValueAsync("In a tunnel");

        await context.SetOfflineAsync(false);
        await Assertions.Expect(page.Locator("[data-kept]")).ToContainTextAsync("Kept at");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the draft" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The draft was saved")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("what you had typed and not saved")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_session_that_ends_during_a_long_edit_loses_nothing()
    {
        await using var context = await desk.SignInAsync(chromium, 1280, 800, Austrian);
        var path = await desk.PathOfAsync("CountryPage", "AT", "de");
        var page = await desk.OpenAsync(context, path);
        var before = await KeptAsync();

        desk.Site.Clock.Wait(TimeSpan.FromHours(3));
        await page.Locator("[id='value.NameNote']").FillAsync("Three hours later");
        await Assertions.Expect(page.Locator("[data-kept]")).ToContainTextAsync("You have been signed out");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the draft" }).ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/admin/sign-in"));
        Assert.Equal(before + 1, await KeptAsync());

        Task<int> KeptAsync() => desk.Site.ReadAsync(db => db.AutoSaves.CountAsync(one => one.Form.Contains("Three hours later")));
    }

    [Fact]
    public async Task A_wrong_number_is_told_beside_the_field_when_it_is_left_and_not_before()
    {
        await using var context = await desk.SignInAsync(chromium, 1280, 800, Austrian);
        var page = await desk.OpenAsync(context, await desk.PathOfAsync("CountryPage", "AT", "neutral"));
        var number = page.Locator("[id='value.EmergencyNumber']");
        var problem = page.Locator("[id='value.EmergencyNumber-problem']");

        await number.FillAsync("1 2 x");
        await Assertions.Expect(problem).ToBeEmptyAsync();
        await number.BlurAsync();
        await Assertions.Expect(problem).ToContainTextAsync("must be a telephone number");
        await Assertions.Expect(number).ToHaveAttributeAsync("aria-invalid", "true");

        await number.FillAsync("133");
        await number.BlurAsync();
        await Assertions.Expect(problem).ToBeEmptyAsync();
        await Assertions.Expect(number).Not.ToHaveAttributeAsync("aria-invalid", "true");
    }

    [Fact]
    public async Task Characters_are_counted_as_people_count_them()
    {
        await using var context = await desk.SignInAsync(chromium, 1280, 800, Austrian);
        var page = await desk.OpenAsync(context, await desk.PathOfAsync("CountryPage", "AT", "de"));

        await page.Locator("[id='value.PageTitle']").FillAsync("Rat 💛");

        await Assertions.Expect(page.Locator("[id='value.PageTitle-count']")).ToHaveTextAsync("55 characters left");
    }

    [Fact]
    public async Task The_weight_of_the_page_is_shown_while_typing()
    {
        await using var context = await desk.SignInAsync(chromium, 1280, 800, Austrian);
        var page = await desk.OpenAsync(context, await desk.PathOfAsync("CountryPage", "AT", "de"));

        await Assertions.Expect(page.Locator("[data-size-text]")).ToContainTextAsync("The page /at/de has");
        await Assertions.Expect(page.Locator("[data-size-text] meter")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_script_the_form_works()
    {
        await using var context = await desk.SignInAsync(chromium, 360, 800, Austrian, new() { JavaScriptEnabled = false });
        var page = await desk.OpenAsync(context, await desk.PathOfAsync("CountryPage", "AT", "en"));

        await page.Locator("[id='value.NameNote']").FillAsync("Typed by hand");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the draft" }).ClickAsync();

        await Assertions.Expect(page.GetByText("The draft was saved")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[id='value.NameNote']")).ToHaveValueAsync("Typed by hand");
    }
}
