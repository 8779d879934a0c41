namespace SayNo.Architecture.Tests;

public sealed class ReferenceTests
{
    private static readonly string[] DatabaseProviders =
        ["Microsoft.EntityFrameworkCore.Sqlite", "SQLitePCLRaw.bundle_e_sqlite3", "Npgsql", "Npgsql.EntityFrameworkCore.PostgreSQL"];

    [Fact]
    public void Every_reference_is_an_arrow_that_the_house_allows()
    {
        var wrong = House.Projects.Where(project => project.Group is not ("tests" or "benchmarks"))
            .SelectMany(project => project.References.Select(name => (From: project, To: House.Projects.Single(one => one.Name == name))))
            .Where(arrow => !IsAllowed(arrow.From, arrow.To))
            .Select(arrow => $"{arrow.From.Name} -> {arrow.To.Name}");

        Assert.Empty(wrong);
    }

    [Fact]
    public void Only_the_host_knows_a_database_provider()
    {
        var wrong = House.Projects.Where(project => project.Group is not ("tests" or "benchmarks") && project.Name != "SayNo.Host")
            .SelectMany(project => project.Packages.Intersect(DatabaseProviders).Select(package => $"{project.Name} -> {package}"));

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_engine_knows_no_HTTP()
    {
        var engine = House.Projects.Single(project => project.Name == "SayNo.Content");

        Assert.Empty(engine.Xml.Descendants("FrameworkReference"));
        Assert.DoesNotContain(House.Files("*.cs").Where(path => path.StartsWith("src/SayNo.Content/", StringComparison.Ordinal)),
            path => House.Read(path).Contains("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = House.Read("SayNo.Cms.sln").Replace('\\', '/');

        Assert.Empty(House.Projects.Where(project => !solution.Contains(project.Path, StringComparison.Ordinal)).Select(project => project.Path));
    }

    [Fact]
    public void Versions_of_packages_stand_in_one_file()
    {
        Assert.Empty(House.Projects.Where(project => project.Xml.Descendants("PackageReference").Any(element => element.Attribute("Version") is not null))
            .Select(project => project.Path));
    }

    private static bool IsAllowed(Project from, Project to) => from.Name switch
    {
        "SayNo.Content" => false,
        "SayNo.Web" => to.Name == "SayNo.Content",
        "SayNo.Host" => to.Group is "src" or "modules" or "themes",
        _ when from.Group == "modules" => to.Name is "SayNo.Content" or "SayNo.Web",
        _ when from.Group == "themes" => to.Name is "SayNo.Content" or "SayNo.Web" || to.Group == "modules",
        _ => false,
    };
}
