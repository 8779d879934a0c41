using System.Reflection;
using System.Xml.Linq;

namespace SayNo.Architecture.Tests;

/// <summary>The files of the repository, as the tests of this project read them.</summary>
internal static class House
{
    public static string Root { get; } = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Root").Value!;

    /// <summary>Every project file, by its path from the root.</summary>
    public static IReadOnlyList<Project> Projects { get; } =
    [
        .. Files("*.csproj").Select(path => new Project(path, XDocument.Load(Path.Combine(Root, path)))).OrderBy(project => project.Path, StringComparer.Ordinal),
    ];

    /// <summary>Paths from the root with forward slashes, without what builds leave behind.</summary>
    public static IEnumerable<string> Files(string pattern) =>
        Directory.EnumerateFiles(Root, pattern, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "artifacts" or "bin" or "obj" or "App_Data" or "node_modules" or ".git"));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static IEnumerable<string> Lines(string path) => File.ReadLines(Path.Combine(Root, path));
}

/// <summary>A project file and what it references.</summary>
internal sealed record Project(string Path, XDocument Xml)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The first folder: src, modules, themes, tests ...</summary>
    public string Group => Path.Split('/')[0];

    public IEnumerable<string> References => Xml.Descendants("ProjectReference")
        .Select(element => System.IO.Path.GetFileNameWithoutExtension(element.Attribute("Include")!.Value.Replace('\\', '/')));

    public IEnumerable<string> Packages => Xml.Descendants("PackageReference").Select(element => element.Attribute("Include")!.Value);
}
