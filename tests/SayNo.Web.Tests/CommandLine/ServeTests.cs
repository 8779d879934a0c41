using System.Net;
using SayNo.Testing;

namespace SayNo.Web.Tests.CommandLine;

public sealed class ServeTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_first_run_sets_the_site_up_and_prints_where_it_is()
    {
        var (run, http) = await HostRun.ServeAsync(_folder.Path);

        await using (run)
        using (http)
        {
            await run.UntilAsync(() => Task.FromResult(run.Output.Contains("Ctrl+C", StringComparison.Ordinal)));

            Assert.Contains($"Site:             {http.BaseAddress}\n", run.Output, StringComparison.Ordinal);
            Assert.Contains($"API description:  {http.BaseAddress}api\n", run.Output, StringComparison.Ordinal);
            Assert.Contains($"Administrator:    {http.BaseAddress}admin/invitation/", run.Output, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(http, "/de/de"));
            await run.StopAsync();
            Assert.Equal(0, run.ExitCode);
            Assert.DoesNotContain("127.0.0.1", run.Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Killed_in_the_middle_of_setting_up_the_next_start_ends_in_the_same_state()
    {
        var undisturbed = await ExportAsync("other.db", creates: true);
        var log = Path.Combine(_folder.Path, "App_Data", "sayno.db-wal");

        // Three power cuts, each when the set-up has written a little more.
        foreach (var written in new[] { 1, 200_000, 600_000 })
        {
            await using var killed = HostRun.Start(_folder.Path, "--urls", $"http://127.0.0.1:{HostRun.FreePort()}");
            await killed.UntilAsync(() => Task.FromResult(new FileInfo(log) is { Exists: true } file && file.Length >= written));
        }

        var (run, http) = await HostRun.ServeAsync(_folder.Path);
        await using (run)
        using (http)
        {
            await run.StopAsync("INT");
        }

        Assert.Equal(undisturbed, await ExportAsync(Path.Combine("App_Data", "sayno.db"), creates: false));
    }

    [Fact]
    public async Task Two_processes_set_up_and_serve_one_SQLite_file()
    {
        var undisturbed = await ExportAsync("other.db", creates: true);

        var both = await Task.WhenAll(HostRun.ServeAsync(_folder.Path), HostRun.ServeAsync(_folder.Path));
        await using var first = both[0].Run;
        await using var second = both[1].Run;

        foreach (var (run, http) in both)
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(http, "/gr/el"));
            await run.StopAsync();
            Assert.Equal(0, run.ExitCode);
        }

        Assert.Equal(undisturbed, await ExportAsync(Path.Combine("App_Data", "sayno.db"), creates: false));
    }

    [Fact]
    public async Task Without_its_database_the_site_goes_on_and_starts_again_as_it_was_last_published()
    {
        var database = Path.Combine(_folder.Path, "App_Data", "sayno.db");
        var (first, http) = await HostRun.ServeAsync(_folder.Path);
        await using (first)
        using (http)
        {
            File.Move(database, database + ".away");

            Assert.Equal(HttpStatusCode.OK, await StatusAsync(http, "/bg/bg"));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(http, "/api/v1/countries/BG/bg"));
            await first.StopAsync();
        }

        var (second, again) = await HostRun.ServeAsync(_folder.Path);
        await using (second)
        using (again)
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(again, "/bg/bg"));
            Assert.Contains($"The database {database} is missing.", second.Errors, StringComparison.Ordinal);
            Assert.Contains("Until it is back, the site is shown as it was last published", second.Errors, StringComparison.Ordinal);
            Assert.False(File.Exists(database));
        }
    }

    [Fact]
    public async Task A_setting_chooses_the_recipe_of_the_first_run()
    {
        var (run, http) = await HostRun.ServeAsync(_folder.Path, "--set", "SayNo:Recipe=blank");
        await using (run)
        using (http)
        {
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(http, "/de/de"));
        }

        var missing = await HostRun.CompleteAsync(_folder.Path, "-d", "other.db", "--set", "SayNo:Recipe=none");
        Assert.Equal(1, missing.ExitCode);
        Assert.Contains("There is no such file.", missing.Errors, StringComparison.Ordinal);
    }

    private async Task<string> ExportAsync(string database, bool creates)
    {
        if (creates)
        {
            await HostRun.CompleteAsync(_folder.Path, "recipe", "run", Path.Combine(HostProgram.Folder, "recipes", "saynocampaign.recipe.json"), "-d", database);
        }

        var export = await HostRun.CompleteAsync(_folder.Path, "recipe", "export", "-", "-d", database);
        Assert.Equal(0, export.ExitCode);

        return export.Output;
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));

        return answer.StatusCode;
    }
}
