using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SayNo.Campaign.Accessibility;
using SayNo.Campaign.Choosing;
using SayNo.Campaign.Contacts;
using SayNo.Campaign.Countries;
using SayNo.Campaign.Films;
using SayNo.Campaign.Links;
using SayNo.Campaign.Partners;
using SayNo.Campaign.RedButton;
using SayNo.Campaign.Searching;
using SayNo.Campaign.Storage;
using SayNo.Campaign.Texts;
using SayNo.Content;
using SayNo.Content.Publishing;
using SayNo.Content.Releases;
using SayNo.Web;
using SayNo.Web.Admin;
using SayNo.Web.Finding;
using SayNo.Web.Pages;
using SayNo.Web.Searching;

namespace SayNo.Campaign;

/// <summary>The campaign: countries, what to do now, whom to call, the film and the partners.</summary>
public sealed class CampaignModule : Module
{
    public override string Name => "Campaign";

    public override void Add(IServiceCollection services)
    {
        services.AddSingleton<CountryViews>();
        services.AddSingleton(CampaignWords.Read());
        services.AddSingleton<ItemPages, PagesOfItems>();
        services.AddSingleton<SearchSource, CampaignSearch>();
        services.AddSingleton<ListedPages, PagesToFind>();
        services.AddCmsDb<CampaignDb>(CampaignDb.HistoryTable);
        services.AddOptions<LinkCheckOptions>().BindConfiguration(LinkCheckOptions.Section);
        services.AddScoped<ContactBoard>();
        services.AddScoped<ContactChecks>();
        services.AddScoped<EditorTasks, ContactTasks>();
        services.AddSingleton<Happenings, ContactTurns>();
        services.AddSingleton<PublishGate, HonestDates>();
        services.AddSingleton<PublishGate, AllowedExits>();
        services.AddSingleton<PublishGate, WholeStatements>();
        services.AddSingleton<PublishGate, FilmFiles>();
        services.AddSingleton<ReleaseGate, DeadLinks>();
        services.AddSingleton<ReleaseGate, UncheckedContacts>();
        services.AddSingleton<RedAlertTemplates>();
        services.AddScoped<RedAlertPublisher>();
        services.AddScoped<RedButtonDesk>();
        services.AddSingleton<LinkProbe>();
        services.AddSingleton<NetworkDoubt>();
        services.AddScoped<LinkChecks>();
        services.AddHostedService<LinkCheckRunner>();
    }

    public override void AddTo(AdminMenu menu)
    {
        menu.Add(new("Red button", "/admin/alert", 105, RedAlertPlaces.MayAskSomewhere));
        menu.Add(new("Contacts", "/admin/contacts", 150, editor => editor.Grants.Count > 0));
    }

    public override void MapApi(IEndpointRouteBuilder api)
    {
        api.MapCountryApi();
        api.MapStepApi();
        api.MapContactApi();
        api.MapFilmApi();
        api.MapPartnerApi();
        api.MapFactApi();
    }

    public override void Map(IEndpointRouteBuilder site)
    {
        site.MapChooser();
        site.MapPartners();
        site.MapInnerPages();
        site.MapPrintedCodes();
        site.MapRedButton();
        site.MapCountriesAndTexts();
    }
}
