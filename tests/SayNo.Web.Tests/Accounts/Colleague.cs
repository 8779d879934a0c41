using System.Globalization;
using SayNo.Accounts.SignIn;
using SayNo.Web.Tests.Admin;

namespace SayNo.Web.Tests.Accounts;

/// <summary>Somebody with an account, a browser and an app that makes codes.</summary>
internal sealed class Colleague(AccountsSite site) : IDisposable
{
    public const string Email = "ada@police.example";

    public const string Password = "Lavender-tractor 7 umbrella";

    public Browser Browser { get; private set; } = new(site.Address);

    /// <summary>The key in the app.</summary>
    public string Key { get; private set; } = "";

    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    /// <summary>The code that the app shows now.</summary>
    public string Code => Totp.CodeAt(Key, Totp.StepAt(site.Clock.GetUtcNow()));

    /// <summary>Makes the first account, signs in and sets up the app.</summary>
    public static async Task<Colleague> JoinAsync(AccountsSite site)
    {
        var colleague = new Colleague(site);
        await colleague.AcceptAsync(await site.InviteAsync());
        var setUp = await colleague.EnterPasswordAsync();
        await colleague.SetUpAppAsync(setUp);

        return colleague;
    }

    public async Task<Answer> AcceptAsync(string invitation, string email = Email)
    {
        var form = await Browser.GetPageAsync(invitation);

        return await Browser.SubmitAsync(form, "Create the account", ("Email", email), ("Name", "Ada Lovelace"), ("Password", Password), ("PasswordAgain", Password));
    }

    /// <summary>The page after the password.</summary>
    public async Task<Answer> EnterPasswordAsync(string password = Password, string page = "/admin/sign-in", string email = Email) =>
        await Browser.SubmitAsync(await Browser.GetPageAsync(page), "Sign in", ("Email", email), ("Password", password));

    public async Task<Answer> SetUpAppAsync(Answer setUp)
    {
        Key = setUp.Page.QuerySelector(".sn-key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        var answer = await Browser.SubmitAsync(setUp, "Use this app", ("Code", Code));
        RecoveryCodes = [.. answer.Page.QuerySelectorAll(".sn-codes li").Select(item => item.TextContent.Trim())];

        return answer;
    }

    /// <summary>The page after the code.</summary>
    public async Task<Answer> EnterCodeAsync(Answer page, string? code = null) => await Browser.SubmitAsync(page, "Sign in", ("Code", code ?? Code));

    /// <summary>Signs in anew, in another browser.</summary>
    public async Task<Answer> SignInElsewhereAsync()
    {
        Browser = new(site.Address);
        site.Clock.Wait(TimeSpan.FromSeconds(60));

        return await EnterCodeAsync(await EnterPasswordAsync());
    }

    /// <summary>A code that is not right at this moment.</summary>
    public string WrongCode => Code == "000000" ? "000001" : (int.Parse(Code, CultureInfo.InvariantCulture) - 1).ToString("D6", CultureInfo.InvariantCulture);

    public void Dispose() => Browser.Dispose();
}
