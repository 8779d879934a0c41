using System.CommandLine;
using SayNo.Accounts.Invitations;
using SayNo.Accounts.SignIn;

namespace SayNo.Host.Commands;

/// <summary><c>admin invite</c> and <c>admin break-glass</c>.</summary>
internal static class AdminCommands
{
    /// <summary>The setting that says under which address people reach the site, if a proxy stands before it.</summary>
    public const string AddressSetting = "SayNo:Address";

    public static Command Create(SiteParts parts, SharedOptions options)
    {
        var email = new Argument<string>("EMAIL") { Description = "Whom the link is for." };
        var invite = new Command("invite",
            $"Prints a link by which one person becomes an administrator: once, within 24 hours. It begins with the setting {AddressSetting}, else with the address that the site listens on.")
        {
            email,
        };
        invite.SetAction((parsed, _) => options.RunAsync(parsed, parts, site => InviteAsync(site, parsed.GetRequiredValue(email))));

        return new Command("admin", "Lets people in.") { invite, CreateBreakGlass(parts, options) };
    }

    private static Command CreateBreakGlass(SiteParts parts, SharedOptions options)
    {
        var email = new Option<string>("--email") { Description = "The administrator's address.", Required = true };
        var breakGlass = new Command("break-glass",
            "Prints a link for an administrator who lost password, passkey and app: once, within 15 minutes. It takes all of these away; new ones are set up after it.")
        {
            email,
        };
        breakGlass.SetAction((parsed, _) => options.RunAsync(parsed, parts, site => BreakGlassAsync(site, parsed.GetRequiredValue(email))));

        return breakGlass;
    }

    private static async Task<int> BreakGlassAsync(Site site, string email)
    {
        using var interrupt = new Interrupt();
        await using var session = await SiteSession.OpenAsync(site, creates: false, interrupt.Token);
        var (path, problem) = await session.Get<AccountLinks>().BreakGlassAsync(email, interrupt.Token);

        if (path is null)
        {
            return CommandLine.Fail(problem);
        }

        Console.WriteLine($"{site.AdminAddress}{path}");
        Console.Error.WriteLine("Whoever opens this link becomes this administrator. It works once, within 15 minutes; hand it over safely. The audit log shows that it was made.");

        return CommandLine.Success;
    }

    private static async Task<int> InviteAsync(Site site, string email)
    {
        using var interrupt = new Interrupt();
        await using var session = await SiteSession.OpenAsync(site, creates: true, interrupt.Token);
        var link = await session.Get<InvitationLinks>().CreateAsync(email, InvitationLinks.Administrator, interrupt.Token);

        if (link.Problem is { } problem)
        {
            return CommandLine.Fail(problem.Sentence);
        }

        Console.WriteLine($"{site.AdminAddress}{link.Path}");
        Console.Error.WriteLine("Whoever opens this link becomes an administrator. It works once, within 24 hours; hand it over safely.");

        return CommandLine.Success;
    }
}
