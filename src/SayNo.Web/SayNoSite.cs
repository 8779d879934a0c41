using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Web.Admin;
using SayNo.Web.Caching;
using SayNo.Web.Finding;
using SayNo.Web.Localization;
using SayNo.Web.Mail;
using SayNo.Web.Media;
using SayNo.Web.Pages;
using SayNo.Web.Previewing;
using SayNo.Web.Security;

namespace SayNo.Web;

/// <summary>Puts the site together from modules and a theme, the same for the Host, the tests and the benchmarks.</summary>
public static class SayNoSite
{
    public static WebApplicationBuilder AddSayNo(this WebApplicationBuilder builder, IReadOnlyList<Module> modules, Theme theme)
    {
        if (!Theme.IsName(theme.Name))
        {
            throw new InvalidOperationException($"The theme's name \"{theme.Name}\" must be letters and digits.");
        }

        var services = builder.Services;
        var list = new ModuleList(modules);
        services.AddSingleton(list);
        services.AddSingleton(theme);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<PublishedContent>();
        services.AddSingleton<ResponseCache>();
        services.AddSingleton<SecurityHeaders>();
        services.AddSingleton<PageRenderer>();
        services.AddSingleton<PublicPages>();
        services.AddSingleton<SiteAnswers>();
        services.AddSingleton<PageSizes>();
        services.AddSingleton<PageBudget>();
        services.AddSingleton<PublishGate>(provider => provider.GetRequiredService<PageBudget>());
        services.AddSingleton<SiteAddress>();
        services.AddSingleton<Cards>();
        services.AddSingleton<Sitemaps>();
        services.AddSingleton<SecurityTxt>();
        services.AddOptions<MediaSettings>().BindConfiguration("SayNo:Media");
        services.AddSingleton<MediaFolder>();
        services.AddSingleton<UsedMedia>();
        services.AddSingleton<AdminAddress>();
        services.AddSingleton<AdminTexts>();
        services.AddSingleton<AdminMenu>();
        services.AddSingleton<AdminAssets>();
        services.AddSingleton<ItemTitles>();
        services.AddSingleton(provider => new PoCatalogs(theme.LocalizationFolder, provider.GetRequiredService<PublishedContent>()));
        services.AddSingleton<IStringLocalizerFactory>(provider => provider.GetRequiredService<PoCatalogs>());
        services.Configure<ResponseCacheOptions>(builder.Configuration.GetSection("SayNo:ResponseCache"));
        services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);
        UnloggedVisits.AddTo(builder.Logging);
        AddMail(services);
        AddViews(services, list, theme);

        foreach (var module in list.All)
        {
            module.Add(services);
        }

        return builder;
    }

    /// <summary>The way of a request: headers, cache, then routing, what modules put before endpoints, and the endpoints.</summary>
    public static WebApplication UseSayNo(this WebApplication app)
    {
        var modules = app.Services.GetRequiredService<ModuleList>().All;
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = ErrorPages.WriteAsync });
        app.UseMiddleware<SecurityHeadersMiddleware>();
        app.UseMiddleware<AdminDoor>();
        app.UseMiddleware<ResponseCacheMiddleware>();
        app.UseStatusCodePages(context => ErrorPages.WriteAsync(context.HttpContext));
        app.UseMiddleware<Refusals>();
        app.UseMiddleware<UnreadableForms>();
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/admin"), admin => admin.UseMiddleware<AdminHeaders>());
        app.UseMiddleware<PreviewMiddleware>();
        app.UseRouting();

        foreach (var module in modules)
        {
            module.Use(app);
        }

        app.Services.GetRequiredService<AdminAssets>().Map(app);
        app.MapRazorPages();
        ThemeFiles.Map(app, app.Services.GetRequiredService<Theme>());
        app.Services.GetRequiredService<Cards>().Map(app);
        app.Services.GetRequiredService<Sitemaps>().Map(app);
        app.Services.GetRequiredService<SecurityTxt>().Map(app);
        RobotsTxt.Map(app);
        app.MapMedia();

        foreach (var module in modules)
        {
            module.Map(app);
        }

        return app;
    }

    private static void AddMail(IServiceCollection services)
    {
        services.AddOptions<MailSettings>().BindConfiguration("SayNo:Mail");
        services.TryAddSingleton<IMail>(provider => string.IsNullOrEmpty(provider.GetRequiredService<IOptions<MailSettings>>().Value.Host)
            ? ActivatorUtilities.CreateInstance<MailFolder>(provider)
            : ActivatorUtilities.CreateInstance<SmtpMail>(provider));
    }

    private static void AddViews(IServiceCollection services, ModuleList modules, Theme theme)
    {
        var mvc = services.AddControllersWithViews();
        services.AddRazorPages(options => options.Conventions.ConfigureFilter(new KnownActs()));

        // Letters of every script stay letters: as numbers they would make a Greek page three times as long.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(UnicodeRanges.All));
        services.Configure<RazorViewEngineOptions>(options => options.ViewLocationExpanders.Add(new ThemeViewLocations(theme)));

        // The framework takes the pages of every assembly it finds; those of a module that is switched off must not be there.
        mvc.PartManager.ApplicationParts.Clear();

        var assemblies = modules.All.Select(module => module.GetType().Assembly)
            .Append(typeof(SayNoSite).Assembly)
            .Concat(theme.Chain.Select(one => one.GetType().Assembly));

        foreach (var assembly in assemblies.Distinct())
        {
            if (mvc.PartManager.ApplicationParts.All(part => part.Name != assembly.GetName().Name))
            {
                mvc.AddApplicationPart(assembly);
            }
        }
    }
}
