using SayNo.Content.Published;
using SayNo.Testing;

namespace SayNo.Content.Tests.Published;

public sealed class PictureFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private PictureFile File => new(_folder.File("picture"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_written_is_read_again()
    {
        await File.WriteAsync(Sample(), default);

        var read = await File.ReadAsync(default);

        Assert.Equal((7, Sample().ChangedAt), (read.Sequence, read.ChangedAt));
        Assert.Equal(["Contact", "Step"], read.Types.Keys.Order());
        Assert.Equal(["de", "el", "en", "fr"], read.Locales.Supported);
        var item = read.Find("Contact", "DE", "nummer")!;
        Assert.Equal(("abcd", 3, (string?)null), (item.Id, item.Order, item.OverrideOf));
        Assert.Equal("""{"Organisation":"Nummer gegen Kummer"}""", item.Neutral!.Values.ToString());
        Assert.Equal(("v2", 4, false, """{"HoursNote":"täglich"}"""),
            (item.Locales["de"].Id, item.Locales["de"].Number, item.Locales["de"].IsReviewed, item.Locales["de"].Values.ToString()));
        Assert.Equal(Sample().ChangedAt, item.Locales["de"].PublishedAt);
    }

    [Fact]
    public async Task A_file_with_one_wrong_byte_anywhere_is_refused()
    {
        await File.WriteAsync(Sample(), default);
        var bytes = await System.IO.File.ReadAllBytesAsync(File.Path);

        for (var i = 0; i < bytes.Length; i += 7)
        {
            var wrong = bytes.ToArray();
            wrong[i] ^= 0x10;
            await System.IO.File.WriteAllBytesAsync(File.Path, wrong);

            await Assert.ThrowsAsync<InvalidDataException>(() => File.ReadAsync(default));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(200)]
    public async Task A_file_that_was_cut_off_is_refused(int length)
    {
        await File.WriteAsync(Sample(), default);
        var bytes = await System.IO.File.ReadAllBytesAsync(File.Path);
        await System.IO.File.WriteAllBytesAsync(File.Path, bytes[..length]);

        await Assert.ThrowsAsync<InvalidDataException>(() => File.ReadAsync(default));
    }

    [Fact]
    public async Task A_write_that_fails_leaves_the_file_before_it_and_nothing_else()
    {
        await File.WriteAsync(Sample(), default);
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => File.WriteAsync(Picture.Empty, cancel.Token));

        Assert.Equal(7, (await File.ReadAsync(default)).Sequence);
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    private static Picture Sample()
    {
        var at = new DateTime(2026, 11, 22, 8, 0, 0, DateTimeKind.Utc);
        var item = new PublishedItem
        {
            Id = "abcd",
            Type = "Contact",
            Scope = "DE",
            Slug = "nummer",
            Order = 3,
            Neutral = Version("v1", 1, """{"Organisation":"Nummer gegen Kummer"}"""),
        };

        return Picture.Of(7, at, [TypesUnderTest.Step, TypesUnderTest.Contact],
            new(new Dictionary<string, System.Text.Json.Nodes.JsonNode> { ["LocalizationSettings"] = TypesUnderTest.Languages.DeepClone() }),
            [item with { Locales = item.Locales.Add("de", Version("v2", 4, """{"HoursNote":"täglich"}""")) }]);

        PublishedVersion Version(string id, int number, string values) =>
            new() { Id = id, Number = number, Values = ContentValues.Parse(values), IsReviewed = false, PublishedAt = at };
    }
}
