using SayNo.Content.Auditing;
using SayNo.Web.Admin;
using SayNo.Web.Localization;
using SayNo.Web.Mail;

namespace SayNo.Accounts.SignIn;

/// <summary>Letters to the people of the admin about their own account, in the language that they used last.</summary>
public sealed class AccountLetters(IMail mail, PoCatalogs texts, AdminAddress address)
{
    private const string NotYou = "If it was not you, tell an administrator at once, and sign out everywhere on the page of your account.";

    /// <summary>Says that something was changed; the act is a name of <see cref="Acts"/>.</summary>
    /// <returns>Whether the letter was sent.</returns>
    public Task<bool> ChangedAsync(Account account, string act, CancellationToken ct) =>
        SendAsync(account, "Your account was changed", [SentenceOf(act), NotYou], address.Of("/admin/account"), ct);

    /// <summary>Says that wrong tries have closed the account for a while.</summary>
    public Task<bool> ClosedAsync(Account account, CancellationToken ct) => SendAsync(
        account,
        "Your account is closed for 15 minutes",
        ["Somebody entered a wrong password or a wrong code five times. After 15 minutes you can sign in again.", NotYou],
        address.Of("/admin/account"),
        ct);

    /// <summary>Brings a link that sets a new password.</summary>
    public Task<bool> ResetAsync(Account account, string path, CancellationToken ct) => SendAsync(
        account,
        "A new password for your account",
        ["You or somebody else asked for a new password. Open this address within an hour to choose one. It works once.", "If it was not you, do nothing: your password stays as it is."],
        address.Of(path),
        ct);

    /// <summary>Brings a link by which somebody who lost everything sets up their account anew.</summary>
    public Task<bool> EverythingAsync(Account account, string path, CancellationToken ct) => SendAsync(
        account,
        "Set up your account anew",
        ["An administrator lets you choose a new password, and a new passkey or app. Open this address soon. It works once.", NotYou],
        address.Of(path),
        ct);

    private Task<bool> SendAsync(Account account, string subject, IEnumerable<string> sentences, string link, CancellationToken ct)
    {
        var l = texts.ForEditors(account.Language ?? AdminTexts.Locales[0]);
        var text = string.Join("\r\n\r\n", sentences.Select(sentence => l[sentence].Value).Prepend(l["Hello {0},", account.Name].Value).Append(link).Append("Say No!"));

        return mail.SendAsync(new(account.Email ?? "", $"Say No! {l[subject]}", text + "\r\n"), ct);
    }

    private static string SentenceOf(string act) => act switch
    {
        Acts.AddPasskey => "A passkey was added to your account.",
        Acts.RemovePasskey => "A passkey was removed from your account.",
        Acts.ChangeTotp => "The app that makes codes for your account was changed.",
        Acts.UseRecoveryCode => "Your account has new recovery codes. The older ones no longer work.",
        Acts.TieOpenId => "Your account was tied to your sign-in at your organisation.",
        Acts.ChangePassword => "The password of your account was changed.",
        Acts.BreakGlass => "Your account was set up anew by a link from an administrator.",
        _ => "Something about your account was changed.",
    };
}
