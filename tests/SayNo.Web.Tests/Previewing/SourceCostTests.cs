using Microsoft.Extensions.DependencyInjection;
using SayNo.Accounts.Storage;
using SayNo.Content.Publishing;
using SayNo.Content.Sources;
using SayNo.Content.Storage;
using SayNo.Testing;
using SayNo.Web.Tests.Admin;

namespace SayNo.Web.Tests.Previewing;

public sealed class SourceCostTests
{
    private const int Looks = 3;

    [Fact]
    public async Task All_outdated_texts_of_a_scope_cost_two_SQL_commands_however_many_texts_it_has()
    {
        var count = new SqlCount();
        await using var site = await AdminSite.StartAsync(DatabaseKind.Sqlite, configure: builder => builder.Services.ConfigureDbContext<CmsDb>(count.AddTo).ConfigureDbContext<AccountsDb>(count.AddTo));

        foreach (var scope in new[] { "EU", "DE", "MT" })
        {
            var commands = new List<int>();

            // What the site does by itself now and then counts too: the least of several looks is what one costs.
            for (var look = 0; look < Looks; look++)
            {
                commands.Add(await count.OfAsync(async () => Assert.Empty(
                    await site.WithAsync<SourceTexts, IReadOnlyList<OutdatedText>>(texts => texts.OutdatedAsync(scope, Editor.System, default)))));
            }

            Assert.Equal(2, commands.Min());
        }
    }
}
