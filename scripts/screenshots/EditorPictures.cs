using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SayNo.Testing;

namespace Screenshots;

/// <summary>Walks a national team through its first day and takes the pictures of the guide for editors on the way.</summary>
internal sealed partial class EditorPictures(RunningSite site, IBrowser chromium, string folder)
{
    // These ids stand in the campaign's recipe.
    private const string Page = "/admin/content/y18y4ssrrx74syt4txhw2pk1b3/de";
    private const string Contact = "zc23pxmm4s9feqjnmg37dqdt8g";

    private const string Before = "Du hast nichts falsch gemacht.";
    private const string After = "Du bist nicht schuld, und du bist damit nicht allein.";

    // Passkeys belong to a name, and an address of numbers is none.
    private readonly string _root = $"http://localhost:{site.Address.Port}";
    private readonly Letters _letters = new(Path.Combine(site.Folder, "mail"));

    public async Task TakeAsync()
    {
        Directory.CreateDirectory(folder);
        await using var maria = await OpenAsync();
        await maria.JoinAsync(Invitation().Match(site.Output).Value, "Maria Keller", "maria.keller@europol.example");
        await InviteAsync(maria, "jonas.huber@polizei.example", "NationalApprover");
        await InviteAsync(maria, "sofia.gruber@polizei.example", "NationalEditor");
        await InviteAsync(maria, "anna.berger@polizei.example", "NationalEditor", isPictured: true);
        await using var jonas = await JoinAsync("Jonas Huber", "jonas.huber@polizei.example");
        await using var sofia = await JoinAsync("Sofia Gruber", "sofia.gruber@polizei.example");

        var day = Stopwatch.StartNew();
        await using var anna = await JoinAsync("Anna Berger", "anna.berger@polizei.example", isPictured: true);
        await WriteAsync(anna);
        await DecideAsync(jonas);
        Console.WriteLine($"From the invitation to the published change: {day.Elapsed.TotalSeconds:0} s without anybody reading or typing.");

        await LookAroundAsync(anna);
        await DisagreeAsync(anna, sofia);
        await ReleaseAsync(anna);
        await MistakeAsync(anna);
        await CheckAsync(jonas);
        await LibraryAsync(anna);
        await TranslateAsync(maria);
    }

    private Task<Desk> OpenAsync() => Desk.OpenAsync(chromium, _root, folder);

    private static async Task InviteAsync(Desk desk, string email, string role, bool isPictured = false, string scope = "AT")
    {
        await desk.GoAsync("/admin/accounts/invite");
        await desk.Page.FillAsync("#Email", email);
        await desk.Page.CheckAsync($"[name=Role][value={role}]");
        await desk.Page.CheckAsync($"[name=Scopes][value={scope}]");
        await desk.Page.CheckAsync("[name=Locales][value='*']");
        await desk.TakeAsync(isPictured ? "invite-1280" : null, 1280, 800);
        await desk.PressAsync("Send the invitation");
    }

    private async Task<Desk> JoinAsync(string name, string email, bool isPictured = false)
    {
        var desk = await OpenAsync();
        await desk.JoinAsync(await _letters.InvitationAsync(email), name, email, isPictured);

        return desk;
    }

    private static async Task WriteAsync(Desk anna)
    {
        await anna.GoAsync(Page);
        await ReplaceAsync(anna, Before, After);
        await anna.Page.FillAsync("#comment", "Say that nobody is alone with it");
        await anna.Page.GetByText("Kept at").WaitForAsync();
        await anna.TakeAsync("edit-1280", 1280, 1100, ".sn-tabs");
        await anna.TakeAsync("edit-360", 360, 740);
        await anna.PressAsync("Save the draft");
        await anna.GoAsync($"{Page}/preview");
        await anna.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await anna.TakeAsync("preview-1280", 1280, 1000);
        await anna.GoAsync(Page);
        await anna.PressAsync("Save and send to review");
    }

    private static async Task DecideAsync(Desk jonas)
    {
        await jonas.GoAsync("/admin");
        await jonas.TakeAsync("my-work-1280", 1280, 900);
        await jonas.TakeAsync("my-work-360", 360, 740);
        await jonas.GoAsync("/admin/notices");
        await jonas.TakeAsync("notices-1280", 1280, 600);
        await jonas.GoAsync($"{Page}/schedule");
        await jonas.TakeAsync("schedule-1280", 1280, 900, "main h2");
        await jonas.GoAsync($"{Page}/review");
        await jonas.TakeAsync("review-1280", 1280, 1100, "main h2");
        await jonas.PressAsync("Publish now");
        await jonas.GoAsync($"{Page}/compare?from=1&to=2");
        await jonas.TakeAsync("compare-1280", 1280, 800);
    }

    private static async Task LookAroundAsync(Desk anna)
    {
        await anna.GoAsync("/admin/content?scope=AT");
        await anna.TakeAsync("texts-1280", 1280, 900);
        await anna.GoAsync("/admin/content?type=Step&scope=EU&sort=title");
        await anna.Page.Locator("th[scope=row] a").First.ClickAsync();
        await anna.TakeAsync("own-wording-1280", 1280, 420, "#own-wording");
        await anna.GoAsync("/admin/account");
        await anna.TakeAsync("account-1280", 1280, 900, "#factors-title");
    }

    private static async Task DisagreeAsync(Desk anna, Desk sofia)
    {
        await anna.GoAsync(Page);
        await sofia.GoAsync(Page);
        await ReplaceAsync(sofia, After, "Du hast nichts falsch gemacht. Viele haben das erlebt.");
        await sofia.PressAsync("Save the draft");
        await ReplaceAsync(anna, After, "Du hast nichts falsch gemacht, und du bist nicht allein.");
        await anna.PressAsync("Save the draft");
        await anna.TakeAsync("conflict-1280", 1280, 1000);
    }

    private static async Task ReplaceAsync(Desk desk, string before, string after)
    {
        var introduction = desk.Page.Locator("[name='value.Intro']");
        await introduction.FillAsync((await introduction.InputValueAsync()).Replace(before, after, StringComparison.Ordinal));
    }

    private static async Task ReleaseAsync(Desk anna)
    {
        await anna.GoAsync($"{Page}/review");
        await anna.PressAsync("Add to a release");
        await anna.Page.FillAsync("#Name", "A calmer first sentence");
        await anna.PressAsync("Add");
        await anna.TakeAsync("release-1280", 1280, 900);
    }

    /// <summary>Two people at the red button; nobody confirms, so that no other picture has the alert.</summary>
    private async Task AlarmAsync(Desk maria, Desk petra)
    {
        await InviteAsync(maria, "lars.holm@europol.example", "CampaignLead", scope: "EU");
        await using var lars = await JoinAsync("Lars Holm", "lars.holm@europol.example");
        await petra.GoAsync("/admin/alert");
        await petra.Page.Locator("[name=Template]").First.CheckAsync();
        await petra.TakeAsync("red-button-360", 360, 740);
        await petra.PressAsync("See what visitors will see");
        await petra.PressAsync("Ask a second person");
        await lars.GoAsync(new Uri(petra.Page.Url).AbsolutePath);
        await lars.TakeAsync("red-button-confirm-360", 360, 900);
    }

    private static async Task MistakeAsync(Desk anna)
    {
        await anna.GoAsync($"/admin/content/{Contact}/neutral");
        await anna.Page.FillAsync("[name='value.Phone']", "14x7");
        await anna.PressAsync("Save and send to review");
        await anna.TakeAsync("problem-1280", 1280, 480, "[data-field=Phone]");
    }

    private static async Task CheckAsync(Desk jonas)
    {
        await jonas.GoAsync("/admin/contacts?scope=AT");
        await jonas.TakeAsync("contacts-360", 360, 740);
        await jonas.GoAsync($"/admin/contacts/{Contact}/check");
        await jonas.Page.Locator("[name=Tried]").First.CheckAsync();
        await jonas.TakeAsync("check-360", 360, 740);
    }

    /// <summary>A picture comes into the library, and its page says what can be done with it.</summary>
    private static async Task LibraryAsync(Desk anna)
    {
        await anna.GoAsync("/admin/media");
        await anna.Page.Locator("#files").SetInputFilesAsync(Repository.Path("tests/SayNo.Testing/Clip/poster.webp"));
        await anna.PressAsync("Upload");
        await anna.Page.WaitForURLAsync("**notice=added");
        await anna.TakeAsync("media-1280", 1280, 900);
        await anna.Page.Locator(".sn-shelf a").First.ClickAsync();
        await anna.TakeAsync("media-file-360", 360, 740);
    }

    /// <summary>A lead changes an original, and a translation of it is outdated.</summary>
    private async Task TranslateAsync(Desk maria)
    {
        await InviteAsync(maria, "petra.novak@europol.example", "CampaignLead", scope: "EU");
        await using var petra = await JoinAsync("Petra Novak", "petra.novak@europol.example");
        await petra.GoAsync("/admin/content?type=Step&scope=EU&sort=title");
        await petra.Page.Locator("th[scope=row] a").First.ClickAsync();
        var step = new Uri(petra.Page.Url).AbsolutePath;
        await petra.GoAsync($"{step}/en");
        var body = petra.Page.Locator("[name='value.Body']");
        await body.FillAsync((await body.InputValueAsync()).Replace(".", ", at any hour.", StringComparison.Ordinal));
        await petra.PressAsync("Save and publish");
        await petra.GoAsync("/admin/translation?scope=EU");
        await petra.TakeAsync("translation-1280", 1280, 900);
        await petra.TakeAsync("translation-360", 360, 740);
        await petra.GoAsync($"{step}/de/translate");
        await petra.TakeAsync("translate-1280", 1280, 1000, ".sn-segment-outdated");
        await petra.TakeAsync("translate-360", 360, 740, ".sn-segment-outdated");
        await AlarmAsync(maria, petra);
        await petra.GoAsync("/admin/exchange");
        await petra.TakeAsync("exchange-1280", 1280, 800);
    }

    [GeneratedRegex(@"(?<=Administrator:\s+\S*)/admin/invitation/\S+")]
    private static partial Regex Invitation();
}
