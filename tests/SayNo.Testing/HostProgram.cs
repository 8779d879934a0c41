namespace SayNo.Testing;

/// <summary>The built program, beside the build output of the project that runs, in the same configuration.</summary>
public static class HostProgram
{
    public static string Folder { get; } = FindFolder();

    public static string Path { get; } = System.IO.Path.Combine(Folder, "SayNo.Host.dll");

    private static string FindFolder()
    {
        var here = new DirectoryInfo(System.IO.Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

        return System.IO.Path.Combine(here.Parent!.Parent!.FullName, "SayNo.Host", here.Name);
    }
}
