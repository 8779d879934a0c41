using System.CommandLine;
using System.Data.Common;
using SayNo.Content.Storage;

namespace SayNo.Host.Commands;

/// <summary>The program's command line: without a command it serves the site.</summary>
internal static class CommandLine
{
    public const int Success = 0;

    public const int Failure = 1;

    public const int Misused = 2;

    public static async Task<int> RunAsync(string[] args, SiteParts parts)
    {
        var options = new SharedOptions();
        var parsed = Root(parts, options).Parse(args);

        if (parsed.Errors.Count > 0)
        {
            return Misuse(parsed);
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (OperationCanceledException)
        {
            return Fail("Stopped. Nothing was changed.");
        }
        catch (CommandException exception)
        {
            return Fail(exception.Message);
        }
        catch (Exception exception)
        {
            // The outermost frame of the program: whatever comes here is told in a line, and the program ends.
            return Fail(options.IsTracing(parsed) ? exception.ToString() : Sentence(exception));
        }
    }

    public static int Fail(string sentence)
    {
        Console.Error.WriteLine(sentence);

        return Failure;
    }

    private static RootCommand Root(SiteParts parts, SharedOptions options)
    {
        var root = new RootCommand("SayNo CMS: serves the site of the campaign, and moves its content.");
        options.AddTo(root);
        root.SetAction((parsed, _) => options.RunAsync(parsed, parts, ServeCommand.RunAsync));
        root.Subcommands.Add(RecipeCommands.Create(parts, options));
        root.Subcommands.Add(ContentCommands.Create(parts, options));
        root.Subcommands.Add(TranslationCommands.Create(parts, options));
        root.Subcommands.Add(DatabaseCommands.Create(parts, options));
        root.Subcommands.Add(AdminCommands.Create(parts, options));
        root.Subcommands.Add(AuditCommands.Create(parts, options));

        return root;
    }

    private static int Misuse(ParseResult parsed)
    {
        foreach (var error in parsed.Errors.Select(error => error.Message).Distinct())
        {
            Console.Error.WriteLine(error);
        }

        var names = parsed.CommandResult.Command is RootCommand ? "" : $"{string.Join(' ', Path(parsed.CommandResult.Command))} ";
        Console.Error.WriteLine($"Ask for help with: {parsed.RootCommandResult.Command.Name} {names}--help");

        return Misused;
    }

    private static IEnumerable<string> Path(Symbol command) =>
        command.Parents.FirstOrDefault() is { } parent and not RootCommand ? Path(parent).Append(command.Name) : [command.Name];

    private static string Sentence(Exception exception) => exception switch
    {
        CmsDatabaseException or IOException or UnauthorizedAccessException or InvalidDataException => exception.Message,
        DbException => $"The database reports: {exception.Message}",
        ArgumentException or FormatException => $"A setting cannot be used: {exception.Message.ReplaceLineEndings(" ")}",
        InvalidOperationException => exception.Message.ReplaceLineEndings(" "),
        _ => $"An unexpected error: {exception.Message.ReplaceLineEndings(" ")} (--trace tells more.)",
    };
}

/// <summary>A command cannot do its work; the message is one line for whoever called it.</summary>
internal sealed class CommandException(string message) : Exception(message);
