using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SayNo.Web.Admin;

namespace SayNo.Web;

/// <summary>A feature of the site; the Host lists them, and each says here what it adds.</summary>
public abstract class Module
{
    /// <summary>As recipes and settings call it.</summary>
    public abstract string Name { get; }

    /// <summary>Names of modules that must be switched on as well.</summary>
    public virtual IReadOnlyList<string> DependsOn => [];

    public virtual void Add(IServiceCollection services)
    {
    }

    /// <summary>Middleware between routing and the endpoints, such as signing in. Answers from the cache never come here.</summary>
    public virtual void Use(IApplicationBuilder app)
    {
    }

    /// <summary>The module's screens in the main menu of the admin.</summary>
    public virtual void AddTo(AdminMenu menu)
    {
    }

    /// <param name="api">The group <c>/api/v1</c>, which is there if the module ContentApi is switched on.</param>
    public virtual void MapApi(IEndpointRouteBuilder api)
    {
    }

    /// <param name="site">The root of the site.</param>
    public virtual void Map(IEndpointRouteBuilder site)
    {
    }
}
