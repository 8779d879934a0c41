using System.Data.Common;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SayNo.Search.Finding;
using SayNo.Web;

namespace SayNo.Search;

/// <summary>Search over all that modules have to find, in the language of the page, with the database gone too.</summary>
/// <param name="openMemory">Opens an empty SQLite database in memory: only the Host knows a database provider.</param>
public sealed class SearchModule(Func<DbConnection> openMemory) : Module
{
    public override string Name => "Search";

    public override void Add(IServiceCollection services)
    {
        services.AddSingleton(new SearchMemory(openMemory));
        services.AddSingleton<SearchIndexes>();
        services.AddSingleton<SiteSearch>();
    }

    public override void MapApi(IEndpointRouteBuilder api) => api.MapSearchApi();

    public override void Map(IEndpointRouteBuilder site) => site.MapSearch();
}
