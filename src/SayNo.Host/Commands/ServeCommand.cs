using Microsoft.AspNetCore.Connections;
using SayNo.Accounts.Invitations;
using SayNo.Content.Published;
using SayNo.Content.Storage;
using SayNo.Host.SetUp;
using SayNo.Web;
using SayNo.Web.Admin;

namespace SayNo.Host.Commands;

/// <summary>Serves the site until it is asked to end; on its first run it sets the site up.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(Site site)
    {
        await using var app = await BuildAsync(site);

        if (app is null)
        {
            return CommandLine.Failure;
        }

        app.UseSayNo();

        try
        {
            await app.StartAsync();
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            return CommandLine.Fail($"Another program listens on {site.Urls} already. End it, or choose another address with --urls.");
        }

        await WelcomeAsync(site, app);
        await app.WaitForShutdownAsync();

        return CommandLine.Success;
    }

    /// <summary>The program as the site wants it, with a database that is ready; none if that failed, which has then been said.</summary>
    private static async Task<WebApplication?> BuildAsync(Site site)
    {
        try
        {
            return await PrepareAsync(site);
        }
        catch (CmsDatabaseException exception) when (exception.Failure == DatabaseFailure.Unreachable && site.Picture.Exists)
        {
            Console.Error.WriteLine($"{exception.Message} Until it is back, the site is shown as it was last published, from {site.Picture.Path}.");

            return site.Build(await StoredChoices.ReadAsync(site.Picture, default));
        }
    }

    private static async Task<WebApplication?> PrepareAsync(Site site)
    {
        using var interrupt = new Interrupt();
        using var progress = new ProgressLine();

        // A database that was moved away must not come back empty: nobody would notice until the old one is forgotten.
        if (!site.Database.Exists() && site.Picture.Exists)
        {
            throw new CmsDatabaseException(DatabaseFailure.Unreachable,
                $"The database {site.Database.Name} is missing. (To begin anew, delete {site.Picture.Path} as well.)");
        }

        var choices = site.Database.Exists() ? await StoredChoices.ReadAsync(site.Database, interrupt.Token) : StoredChoices.None;
        var app = site.Build(choices);

        if (await FirstRun.PrepareAsync(site, app.Services, progress, interrupt.Token) is not { } result)
        {
            return app;
        }

        progress.Dispose();
        var isReady = RecipeCommands.Report(FirstRun.RecipeFile(site), result) == CommandLine.Success;
        await app.DisposeAsync();

        // The recipe has said which modules and which theme.
        return isReady ? site.Build(await StoredChoices.ReadAsync(site.Database, interrupt.Token)) : null;
    }

    private static async Task WelcomeAsync(Site site, WebApplication app)
    {
        var address = site.Settings[AdminCommands.AddressSetting]?.TrimEnd('/') ?? app.Urls.First().TrimEnd('/');
        Console.WriteLine($"Site:             {address}/");
        Console.WriteLine($"API description:  {address}/api");

        if (app.Services.GetRequiredService<PublishedContent>().State.Freshness != PictureFreshness.FromFile)
        {
            await InviteFirstAdministratorAsync(app, site.Settings[OwnAddress.UrlSetting]?.TrimEnd('/') ?? address);
        }

        Console.WriteLine("Press Ctrl+C to end.");
    }

    /// <summary>There is no default password: whoever reads the program's output becomes the first administrator.</summary>
    private static async Task InviteFirstAdministratorAsync(WebApplication app, string address)
    {
        await using var scope = app.Services.CreateAsyncScope();

        if (scope.ServiceProvider.GetService<InvitationLinks>() is not { } links || await links.HasAdministratorAsync(default))
        {
            return;
        }

        if (await links.CreateAsync(null, InvitationLinks.Administrator, default) is { Path: { } path })
        {
            Console.WriteLine($"Administrator:    {address}{path}");
            Console.WriteLine("                  (makes the first administrator: once, within 24 hours)");
        }
    }
}
