using System.Diagnostics;

namespace SayNo.Testing;

/// <summary>Runs programs of the machine.</summary>
internal static class CommandLine
{
    /// <summary>Runs a program to its end and answers what it wrote.</summary>
    /// <exception cref="InvalidOperationException">The program failed; the message holds what it wrote.</exception>
    public static async Task<string> RunAsync(params string[] command)
    {
        var (code, output) = await StartAsync(command);

        if (code != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', command)} ended with {code}: {output}");
        }

        return output;
    }

    public static async Task<bool> SucceedsAsync(params string[] command) => (await StartAsync(command)).Code == 0;

    private static async Task<(int Code, string Output)> StartAsync(string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} does not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        return (process.ExitCode, await output + await errors);
    }
}
