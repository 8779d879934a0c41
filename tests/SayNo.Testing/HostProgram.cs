namespace SayNo.Testing;

/// <summary>The built program, beside the build output of the project that runs, in the same configuration.</summary>
public static class HostProgram
{
    public static string Folder { get; } = FindFolder();

    public static string Path { get; } = System.IO.Path.Combine(Folder, "SayNo.Host.dll");

    private static string FindFolder()
    {
        var here = new DirectoryInfo(System.IO.Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

        // A script's output lies one folder higher than a project's.
        return new[] { here.Parent?.Parent, here.Parent }.Select(parent => System.IO.Path.Combine(parent?.FullName ?? "", "SayNo.Host", here.Name))
            .FirstOrDefault(Directory.Exists)
            ?? throw new DirectoryNotFoundException($"The Host is not built: there is no SayNo.Host/{here.Name} beside {here.FullName}.");
    }
}
