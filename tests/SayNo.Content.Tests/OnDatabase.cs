using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Testing;

namespace SayNo.Content.Tests;

/// <summary>What tests over a real database have in common: each has a site of its own, in four languages, with two content types.</summary>
public abstract class OnDatabase(DatabaseKind kind) : IAsyncLifetime
{
    protected TestSite Site { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Site = await TestSite.CreateAsync(kind);
        var result = await CommitAsync(batch =>
        {
            batch.Put(TypesUnderTest.Step);
            batch.Put(TypesUnderTest.Contact);
            batch.PutSetting("LocalizationSettings", TypesUnderTest.Languages.DeepClone());
        });
        Assert.Empty(result.Problems);
    }

    public async Task DisposeAsync() => await Site.DisposeAsync();

    protected static CancellationToken None => CancellationToken.None;

    protected Task<BatchResult> CommitAsync(Action<ContentBatch> fill, IServiceProvider? node = null) =>
        Site.WithAsync<ContentBatch, BatchResult>(batch =>
        {
            fill(batch);

            return batch.CommitAsync(Editor.System, null, None);
        }, node);

    protected Task<T> ReadAsync<T>(Func<CmsDb, Task<T>> read) => Site.WithAsync(read);

    protected Task<List<Change>> ChangesAsync() => ReadAsync(db => db.Changes.AsNoTracking().OrderBy(change => change.Sequence).ToListAsync());

    protected static ContentValues Values(params (string Field, JsonNode Value)[] values) =>
        ContentValues.Parse(new JsonObject(values.Select(pair => KeyValuePair.Create(pair.Field, (JsonNode?)pair.Value))).ToJsonString());

    protected static BatchItem Step(string id, string slug, string scope = "EU", int order = 0, string? overrideOf = null) =>
        new() { Id = id, Type = "Step", Scope = scope, Slug = slug, Order = order, OverrideOf = overrideOf };

    protected static BatchVersion Title(string itemId, string locale, string title, bool isPublished = true) =>
        new() { ItemId = itemId, Locale = locale, Values = Values(("Title", title)), IsPublished = isPublished };
}
