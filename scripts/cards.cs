#!/usr/bin/env dotnet
#:property PublishAot=false
#:package Microsoft.Playwright
#:package System.IO.Hashing
#:project ../tests/SayNo.Testing/SayNo.Testing.csproj
#:include ../tests/SayNo.Browser.Tests/ChromiumProgram.cs
#:include cards/Drawing.cs
#:include cards/PalettePng.cs
#:include cards/Pixels.cs

// Draws what others see of a link to the site: `dotnet run scripts/cards.cs` writes a card for every page of a country and for every language
// of the campaign's recipe to themes/SayNo.Theme/Cards/, with the words on each in index.json, and the icons to themes/SayNo.Theme/Icons/.
// Run it when a country, a language or one of these words has changed; a test tells. `-- icons` or `-- cards` makes one kind alone.

using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cards;
using Microsoft.Playwright;
using SayNo.Browser.Tests;
using SayNo.Testing;

const string MakeLongLinesSmaller =
    """
    () => document.querySelectorAll('text').forEach(line => {
      const most = Number(line.dataset.most), is = line.getComputedTextLength();
      if (is > most) line.setAttribute('font-size', Math.floor(Number(line.getAttribute('font-size')) * most / is));
    })
    """;

var theme = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "themes", "SayNo.Theme"));
var program = await ChromiumProgram.FindOrInstallAsync(Console.WriteLine, CancellationToken.None);
using var playwright = await Playwright.CreateAsync();
await using var chromium = await playwright.Chromium.LaunchAsync(new()
{
    ExecutablePath = program,
    ChromiumSandbox = !Programs.IsRoot,
    Args = ["--disable-lcd-text", "--font-render-hinting=none"],
});
var page = await chromium.NewPageAsync(new() { ViewportSize = new() { Width = Drawing.Width, Height = Drawing.Height } });

if (!args.Contains("icons"))
{
    await DrawCardsAsync(Directory.CreateDirectory(Path.Combine(theme, "Cards")).FullName);
}

if (!args.Contains("cards"))
{
    await DrawIconsAsync(Directory.CreateDirectory(Path.Combine(theme, "Icons")).FullName);
}

async Task DrawCardsAsync(string folder)
{
    foreach (var old in Directory.EnumerateFiles(folder, "*.png"))
    {
        File.Delete(old);
    }

    foreach (var (name, lines) in CampaignCards.Texts)
    {
        await page.SetContentAsync(Drawing.Card(CampaignCards.LocaleOf(name), lines));
        await page.EvaluateAsync(MakeLongLinesSmaller);
        await WriteAsync(Path.Combine(folder, $"{name}.png"), PalettePng.Write(Pixels.Read(await page.ScreenshotAsync())));
    }

    var index = JsonSerializer.Serialize(CampaignCards.Texts, new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    await File.WriteAllTextAsync(Path.Combine(folder, "index.json"), index + "\n");
}

async Task DrawIconsAsync(string folder)
{
    foreach (var (name, size) in new[] { ("apple-touch-icon", 180), ("icon-192", 192), ("icon-512", 512) })
    {
        await WriteAsync(Path.Combine(folder, $"{name}.png"), PalettePng.Write(Pixels.Read(await IconAsync(size, hasCorners: false))));
    }

    await WriteAsync(Path.Combine(folder, "favicon.ico"), Ico(await IconAsync(32, hasCorners: true)));

    foreach (var drawing in Directory.EnumerateFiles(folder, "*.svg").Order(StringComparer.Ordinal))
    {
        await DrawChoiceAsync(folder, drawing);
    }
}

// An icon that a country may choose: its pictures, and the manifest that names them.
async Task DrawChoiceAsync(string folder, string drawing)
{
    var name = Path.GetFileNameWithoutExtension(drawing);
    var svg = await File.ReadAllTextAsync(drawing);
    var manifest = await File.ReadAllTextAsync(Path.Combine(theme, "site.webmanifest"));

    foreach (var size in new[] { 180, 192, 512 })
    {
        await WriteAsync(Path.Combine(folder, $"{name}-{size}.png"), PalettePng.Write(Pixels.Read(await PictureAsync(Drawing.Icon(size, svg), size))));
    }

    await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.webmanifest"), manifest.Replace("/icon", $"/icons/{name}", StringComparison.Ordinal));
}

Task<byte[]> IconAsync(int size, bool hasCorners) => PictureAsync(Drawing.Icon(size, hasCorners), size);

async Task<byte[]> PictureAsync(string html, int size)
{
    await page.SetContentAsync(html);

    return await page.ScreenshotAsync(new() { OmitBackground = true, Clip = new() { Width = size, Height = size } });
}

// An icon file may hold a PNG as it is: a header of six bytes, one entry of sixteen, the picture.
static byte[] Ico(byte[] png)
{
    const byte Size = 32;
    var head = new byte[22];
    (head[2], head[4], head[6], head[7], head[10], head[12]) = (1, 1, Size, Size, 1, 32);
    BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(14), png.Length);
    BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(18), head.Length);

    return [.. head, .. png];
}

static async Task WriteAsync(string file, byte[] content)
{
    await File.WriteAllBytesAsync(file, content);
    Console.WriteLine($"{Path.GetFileName(file)}: {content.Length} B");
}

static string ThisFile([CallerFilePath] string path = "") => path;
