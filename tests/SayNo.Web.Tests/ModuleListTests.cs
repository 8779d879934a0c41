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

    private sealed class Named(string name, params string[] dependsOn) : Module
    {
        public override string Name => name;

        public override IReadOnlyList<string> DependsOn => dependsOn;
    }
}
