namespace SayNo.Testing;

/// <summary>The files of the repository that the tests were built in.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Path(string fromRoot) => System.IO.Path.Combine(Root, fromRoot);

    public static string Read(string fromRoot) => File.ReadAllText(Path(fromRoot));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "SayNo.Cms.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No SayNo.Cms.sln above {AppContext.BaseDirectory}.");
    }
}
