using Microsoft.Extensions.DependencyInjection;
using SayNo.Web;
using SayNo.Web.Admin;

namespace SayNo.Admin;

/// <summary>Where national teams write, review and publish.</summary>
public sealed class AdminModule : Module
{
    public override string Name => "Admin";

    public override IReadOnlyList<string> DependsOn => ["Accounts"];

    public override void Add(IServiceCollection services)
    {
    }

    public override void AddTo(AdminMenu menu) => menu.Add(new("My work", "/admin", 100, _ => true));
}
