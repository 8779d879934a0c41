using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SayNo.Accounts.Admin;
using SayNo.Accounts.Invitations;
using SayNo.Accounts.Notices;
using SayNo.Accounts.OpenIdConnect;
using SayNo.Accounts.Passwords;
using SayNo.Accounts.People;
using SayNo.Accounts.Sessions;
using SayNo.Accounts.SignIn;
using SayNo.Accounts.Storage;
using SayNo.Content;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web;
using SayNo.Web.Admin;

namespace SayNo.Accounts;

/// <summary>Accounts of the people who edit: invitations, passwords and what each is granted.</summary>
public sealed class AccountsModule : Module
{
    public override string Name => "Accounts";

    public override void Add(IServiceCollection services)
    {
        services.AddCmsDb<AccountsDb>(AccountsDb.HistoryTable);
        services.AddScoped<InvitationLinks>();
        services.AddScoped<InvitationDesk>();
        services.AddScoped<Colleagues, AccountColleagues>();
        services.AddSingleton<GuessLimit>();
        AddPeople(services);
        services.Configure<AntiforgeryOptions>(options =>
        {
            options.Cookie = new AdminCookie("sn-form");
            options.FormFieldName = "form-token";

            // For what a script sends that is no form, such as a part of a film.
            options.HeaderName = "Form-Token";
        });
        services.PostConfigure<LoggerFilterOptions>(SecretAddresses.KeepOutOfLogs);
        AddSignIn(services);
        AddNotices(services);
        AddOpenId(services);
        AddIdentity(services);
        AddKeys(services);
    }

    public override void Use(IApplicationBuilder app) =>
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/admin"), admin => admin.UseMiddleware<SessionGate>());

    public override void AddTo(AdminMenu menu)
    {
        menu.Add(new("Notices", NoticeTasks.Path, 190, editor => editor.Grants.Count > 0));
        menu.Add(new("Accounts", AccountFilter.Path, 200, editor => Rights.May(editor, Right.ManageAccounts, Scopes.Campaign, Variant.Neutral)));
    }

    public override void Map(IEndpointRouteBuilder site)
    {
        site.MapOpenId();
        site.MapMethods(AdminAddress.ChangePassword, [HttpMethods.Get, HttpMethods.Head], ToOwnAccount).ExcludeFromDescription();
    }

    private static RedirectHttpResult ToOwnAccount(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";

        return TypedResults.Redirect("/admin/account");
    }

    private static void AddPeople(IServiceCollection services)
    {
        services.AddScoped<AccountList>();
        services.AddScoped<Administrators>();
        services.AddScoped<AccountDesk>();
        services.AddScoped<GrantDesk>();
        services.AddScoped<RecoveryDesk>();
        services.AddScoped<OpenInvitations>();
        services.AddSingleton<GrantChoices>();
    }

    private static void AddSignIn(IServiceCollection services)
    {
        services.AddOptions<SessionLimits>().BindConfiguration("SayNo:Sessions");
        services.AddScoped<SessionBook>();
        services.AddSingleton<RecentSessions>();
        services.AddScoped<SignInDesk>();
        services.AddScoped<TryCounter>();
        services.AddScoped<SecondFactors>();
        services.AddScoped<OwnAccount>();
        services.AddScoped<AccountLinks>();
        services.AddScoped<Passkeys>();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.AddSingleton<SignInBrake>();
        services.AddSingleton<Sealed>();
        services.AddSingleton<AccountLetters>();
        services.AddScoped<ResetRequests>();
        services.AddSingleton<Afterwards>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<Afterwards>());

        // Forms carry no referrer, and with it browsers leave their origin out of the header: the signed answer itself says where it was given.
        services.Configure<IdentityPasskeyOptions>(options => options.ValidateOrigin = context =>
            ValueTask.FromResult(!context.CrossOrigin && context.Origin == $"{context.HttpContext.Request.Scheme}://{context.HttpContext.Request.Host}"));
    }

    private static void AddNotices(IServiceCollection services)
    {
        services.AddOptions<NoticeOptions>().BindConfiguration("SayNo:Notices");
        services.AddScoped<NoticeFinder>();
        services.AddScoped<NoticeFollower>();
        services.AddScoped<NoticeLetters>();
        services.AddScoped<NoticeDesk>();
        services.AddScoped<EditorTasks, NoticeTasks>();
        services.AddHostedService<NoticeRunner>();
    }

    private static void AddOpenId(IServiceCollection services)
    {
        services.AddOptions<OpenIdSettings>().BindConfiguration(OpenIdSettings.Section);
        services.AddScoped<OpenIdDesk>();
        services.AddSingleton<OpenIdHandshake>();
    }

    private static void AddIdentity(IServiceCollection services)
    {
        // Before Identity adds its own, which demand a capital letter and a sign instead of length.
        services.AddScoped<IPasswordValidator<Account>, PasswordRules>();
        services.AddScoped<IPasswordHasher<Account>, PasswordHashes>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordHashes.Iterations);
        services.AddIdentityCore<Account>(options =>
        {
            options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            options.User.RequireUniqueEmail = true;

            // The user name is the e-mail address, which NewAccount has checked.
            options.User.AllowedUserNameCharacters = "";
        }).AddEntityFrameworkStores<AccountsDb>();
    }

    private static void AddKeys(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("SayNo");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, KeyFolder>();

        // At the first start it warns that the keys lie in clear text: so they do, in a folder that only the site's user can open.
        services.PostConfigure<LoggerFilterOptions>(options =>
            options.Rules.Add(new(null, "Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error, null)));
    }
}
