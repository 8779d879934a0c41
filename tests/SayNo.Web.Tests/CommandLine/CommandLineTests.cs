using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using SayNo.Testing;

namespace SayNo.Web.Tests.CommandLine;

public sealed class CommandLineTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--urls", "")]
    [InlineData("FILE", "recipe", "run")]
    [InlineData("FILE", "recipe", "export")]
    [InlineData("--dry-run", "recipe", "import")]
    [InlineData("--open", "translation", "export")]
    [InlineData("--dry-run", "translation", "import")]
    [InlineData("EMAIL", "admin", "invite")]
    [InlineData("Ends with 1", "content", "check")]
    [InlineData("Ends with 1", "audit", "verify")]
    [InlineData("FILE", "audit", "export")]
    [InlineData("brings its tables up to date", "db", "migrate")]
    public async Task Every_command_explains_itself(string says, params string[] command)
    {
        var run = await RunAsync([.. command.Where(word => word.Length > 0), "--help"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Usage:", run.Output, StringComparison.Ordinal);
        Assert.Contains(says, run.Output, StringComparison.Ordinal);
        Assert.Contains("--database", run.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Theory]
    [InlineData("recipes")]
    [InlineData("recipe")]
    [InlineData("recipe", "run")]
    [InlineData("--set", "nothing")]
    [InlineData("--urls", "nowhere")]
    [InlineData("--urls", "http://localhost:99999")]
    public async Task Misuse_is_told_in_two_lines_and_ends_with_2(params string[] arguments)
    {
        var run = await RunAsync(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(2, Lines(run.Errors).Length);
        Assert.EndsWith("--help", Lines(run.Errors)[1], StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task A_recipe_with_a_mistake_is_refused_with_file_line_path_and_reason()
    {
        await File.WriteAllTextAsync(_folder.File("mine.json"), "{ \"name\": \"mine\",\n  \"steps\": [ { \"name\": \"bake\" } ] }");

        var run = await RunAsync("recipe", "run", "mine.json");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("mine.json(2) $.steps[0].name: There is no step named bake.", run.Errors, StringComparison.Ordinal);
        Assert.EndsWith("The recipe mine.json was refused: 1 mistake. Nothing was changed.\n", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_exported_runs_elsewhere_and_is_exported_there_in_the_same_bytes()
    {
        var campaign = Path.Combine(HostProgram.Folder, "recipes", "saynocampaign.recipe.json");

        Assert.Equal(0, (await RunAsync("recipe", "run", campaign)).ExitCode);
        Assert.Equal(0, (await RunAsync("recipe", "export", "one.json")).ExitCode);
        Assert.Equal(0, (await RunAsync("translation", "export", "de.po", "-l", "de")).ExitCode);
        Assert.Contains("It would take 0 texts", (await RunAsync("translation", "import", "de.po", "-l", "de", "--dry-run")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("recipe", "run", "one.json", "-d", "other.db")).ExitCode);
        var toOutput = await RunAsync("recipe", "export", "-", "-d", "other.db");
        var again = await RunAsync("recipe", "run", "one.json", "-d", "other.db");
        var country = await RunAsync("recipe", "export", "de.json", "--scope", "DE");
        var dry = await RunAsync("recipe", "import", "de.json", "--scope", "DE", "--dry-run");
        var foreign = await RunAsync("recipe", "import", "de.json", "--scope", "AT");
        var check = await RunAsync("content", "check");

        Assert.Equal(await File.ReadAllTextAsync(_folder.File("one.json")), toOutput.Output);
        Assert.StartsWith("Nothing to change", again.Output, StringComparison.Ordinal);
        Assert.Equal(0, check.ExitCode);
        Assert.Contains(": 0 errors, 0 notes on drafts.", check.Output, StringComparison.Ordinal);
        Assert.Contains("Reading level: 0 pieces of advice.", check.Output, StringComparison.Ordinal);
        Assert.Equal((0, 0, 1), (country.ExitCode, dry.ExitCode, foreign.ExitCode));
        Assert.Contains("It would be: 0 new items, 0 changed,", dry.Output, StringComparison.Ordinal);
        Assert.Contains("An import for AT brings in nothing of another owner.", foreign.Errors, StringComparison.Ordinal);
        Assert.Equal(["App_Data", "de.json", "de.po", "one.json", "other.db"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task A_check_prints_a_table_of_what_is_wrong_and_ends_with_1()
    {
        await RunAsync("recipe", "run", Path.Combine(HostProgram.Folder, "recipes", "saynocampaign.recipe.json"));
        await ChangeDatabaseAsync("""UPDATE "Versions" SET "Data" = replace("Data", '"police-report"', '"police"')""");
        await ChangeDatabaseAsync("""UPDATE "Versions" SET "Data" = replace("Data", '"Language":"nl"', '"Files":[{"Path":"gone.mp4"}],"Language":"nl"')""");

        var run = await RunAsync("content", "check");

        Assert.Equal(1, run.ExitCode);
        var lines = Lines(run.Output);
        Assert.Matches(@"^\s+Type\s+Scope\s+Slug\s+Locale\s+Field\s+What is wrong$", lines[0]);
        Assert.Contains(lines, line => line.StartsWith("error  CountryContact  DE", StringComparison.Ordinal) && line.Contains("  Kind ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("error  Film", StringComparison.Ordinal) && line.Contains("gone.mp4", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("error  Film", StringComparison.Ordinal) && line.Contains("needs captions", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_export_that_cannot_be_written_leaves_the_old_file()
    {
        await RunAsync("db", "migrate");
        Directory.CreateDirectory(_folder.File("taken"));

        var folder = await RunAsync("recipe", "export", "taken");
        var nowhere = await RunAsync("recipe", "export", "none/out.json");
        var noDatabase = await RunAsync("recipe", "export", "out.json", "-d", "none.db");

        Assert.All([folder, nowhere, noDatabase], run => Assert.Equal((1, 1), (run.ExitCode, Lines(run.Errors).Length)));
        Assert.Equal(["App_Data", "taken"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task An_invitation_is_a_link_for_one_address()
    {
        var link = await RunAsync("admin", "invite", "ada@police.example", "--set", "SayNo:Address=https://sayno.example");
        var wrong = await RunAsync("admin", "invite", "ada");

        Assert.StartsWith("https://sayno.example/admin/invitation/", link.Output, StringComparison.Ordinal);
        Assert.Equal((1, 1), (wrong.ExitCode, Lines(wrong.Errors).Length));
    }

    [Fact]
    public async Task Breaking_the_glass_is_for_administrators_that_there_are()
    {
        await RunAsync("admin", "invite", "ada@police.example");

        var nobody = await RunAsync("admin", "break-glass", "--email", "ada@police.example");
        var noDatabase = await RunAsync("admin", "break-glass", "--email", "ada@police.example", "-d", "none.db");

        Assert.Equal((1, "There is no account with the e-mail address ada@police.example."), (nobody.ExitCode, nobody.Errors.Trim()));
        Assert.Equal((1, 1), (noDatabase.ExitCode, Lines(noDatabase.Errors).Length));
    }

    [Fact]
    public async Task A_port_in_use_is_told_in_one_line_and_ends_with_1()
    {
        await RunAsync("recipe", "run", Path.Combine(HostProgram.Folder, "recipes", "blank.recipe.json"));
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var run = await RunAsync("--urls", $"http://{other.LocalEndpoint}");

        Assert.Equal(1, run.ExitCode);
        var line = Assert.Single(Lines(run.Errors), line => !line.StartsWith("info:", StringComparison.Ordinal));
        Assert.StartsWith($"Another program listens on http://{other.LocalEndpoint} already.", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_as_it_is()
    {
        byte[] bytes = [.. Enumerable.Range(0, 10_000).Select(i => (byte)(i * 7))];
        await File.WriteAllBytesAsync(_folder.File("bad.db"), bytes);

        foreach (var command in new string[][] { ["-d", "bad.db"], ["db", "migrate", "-d", "bad.db"], ["content", "check", "-d", "bad.db"] })
        {
            var run = await RunAsync(command);

            Assert.Equal(1, run.ExitCode);
            Assert.Contains("is no SQLite database, or it is damaged", Assert.Single(Lines(run.Errors)), StringComparison.Ordinal);
        }

        Assert.Equal(bytes, await File.ReadAllBytesAsync(_folder.File("bad.db")));
        Assert.Equal(["bad.db"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_and_a_server_that_does_not_answer_are_told_in_one_line()
    {
        var folder = await RunAsync("-d", OperatingSystem.IsWindows() ? @"Z:\none\sayno.db" : "/proc/sayno.db");
        var server = await RunAsync("-d", $"Host=127.0.0.1;Port={HostRun.FreePort()};Database=sayno;Username=sayno");

        Assert.All([folder, server], run => Assert.Equal((1, 1), (run.ExitCode, Lines(run.Errors).Length)));
        Assert.Contains("Give this user the right to write", folder.Errors, StringComparison.Ordinal);
        Assert.Contains("does not answer", server.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_another_program_keeps_busy_is_told_in_one_line()
    {
        await RunAsync("db", "migrate");
        await using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        await connection.OpenAsync();
        await using var held = connection.BeginTransaction();

        var run = await RunAsync("recipe", "run", Path.Combine(HostProgram.Folder, "recipes", "blank.recipe.json"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("busy", Assert.Single(Lines(run.Errors)), StringComparison.Ordinal);
    }

    private string Database => Path.Combine(_folder.Path, "App_Data", "sayno.db");

    private Task<HostRun> RunAsync(params string[] arguments) => HostRun.CompleteAsync(_folder.Path, arguments);

    private async Task ChangeDatabaseAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
