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
    [Fact]
    public async Task All_outdated_texts_of_a_scope_cost_two_SQL_commands_however_many_texts_it_has()
    {
        var count = new SqlCount();
        await using var site = await AdminSite.StartAsync(DatabaseKind.Sqlite, configure: builder => builder.Services.ConfigureDbContext<CmsDb>(count.AddTo).ConfigureDbContext<AccountsDb>(count.AddTo));

        foreach (var scope in new[] { "EU", "DE", "MT" })
        {
            var found = default(IReadOnlyList<OutdatedText>);
            var commands = await count.OfAsync(async () =>
                found = await site.WithAsync<SourceTexts, IReadOnlyList<OutdatedText>>(texts => texts.OutdatedAsync(scope, Editor.System, default)));

            Assert.Equal(2, commands);
            Assert.Empty(found!);
        }
    }
}
