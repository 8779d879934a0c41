using System.Text.Json.Nodes;
using SayNo.Testing;
using SayNo.Web.Tests.Admin;

namespace SayNo.Web.Tests;

public sealed class ModuleListTests
{
    [Fact]
    public void A_module_comes_after_those_it_needs() =>
        Assert.Equal(["C", "B", "A"], new ModuleList([new Named("A", "B"), new Named("B", "C"), new Named("C")]).All.Select(module => module.Name));

    [Fact]
    public void A_missing_module_is_named() =>
        Assert.Contains("needs the module B", Assert.Throws<InvalidOperationException>(() => new ModuleList([new Named("A", "B")])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_circle_is_named() =>
        Assert.Contains("A > B > A", Assert.Throws<InvalidOperationException>(() => new ModuleList([new Named("A", "B"), new Named("B", "A")])).Message, StringComparison.Ordinal);

    [Fact]
    public void Two_modules_of_one_name_are_refused() =>
        Assert.Throws<InvalidOperationException>(() => new ModuleList([new Named("A"), new Named("a")]));

    [Theory]
    [InlineData("recipes/saynocampaign.recipe.json")]
    [InlineData("recipes/blank.recipe.json")]
    public void The_recipes_that_ship_switch_every_module_on(string recipe)
    {
        var steps = JsonNode.Parse(Repository.Read(recipe))!["steps"]!.AsArray();

        var switchedOn = steps.Single(step => (string?)step!["name"] == "feature")!["enable"]!.AsArray().Select(name => (string?)name);

        Assert.Equal(AdminSite.Modules.Select(module => module.Name).Order(), switchedOn.Order());
    }

    private sealed class Named(string name, params string[] dependsOn) : Module
    {
        public override string Name => name;

        public override IReadOnlyList<string> DependsOn => dependsOn;
    }
}
