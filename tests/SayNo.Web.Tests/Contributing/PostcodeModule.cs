using Microsoft.Extensions.DependencyInjection;
using SayNo.Content.Fields;

namespace SayNo.Web.Tests.Contributing;

/// <summary>Brings postal codes.</summary>
public sealed class PostcodeModule : Module
{
    public override string Name => "Postcode";

    public override void Add(IServiceCollection services) =>
        FieldKinds.Add("PostcodeField", told => new PostcodeField { Name = told.Name });
}
