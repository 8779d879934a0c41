#!/usr/bin/env dotnet
#:property PublishAot=false
#:package Microsoft.Playwright
#:project ../tests/SayNo.Testing/SayNo.Testing.csproj
#:include ../tests/SayNo.Browser.Tests/ChromiumProgram.cs
#:include screenshots/Desk.cs
#:include screenshots/EditorPictures.cs
#:include screenshots/Letters.cs

// Takes the pictures of the README and of the guide for editors: `dotnet run scripts/screenshots.cs` builds and starts the site with the
// campaign's recipe, opens it in Chromium at 360 and 1280 pixels, light and dark, and writes docs/images/. Then it walks a national team
// through its first day and writes docs/images/editors/. `-- site` or `-- editors` takes one half alone.

using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using SayNo.Browser.Tests;
using SayNo.Testing;
using Screenshots;

(string Name, string Path, int Width, int Height, ColorScheme Look)[] pictures =
[
    ("home-360", "/?lang=en", 360, 640, ColorScheme.Light),
    ("home-1280", "/?lang=en", 1280, 800, ColorScheme.Light),
    ("country-de-360", "/de/de", 360, 640, ColorScheme.Light),
    ("country-de-1280", "/de/de", 1280, 800, ColorScheme.Light),
    ("country-el-360-dark", "/gr/el", 360, 640, ColorScheme.Dark),
    ("country-el-1280", "/gr/el", 1280, 800, ColorScheme.Light),
    ("country-bg-360", "/bg/bg", 360, 640, ColorScheme.Light),
    ("country-bg-1280-dark", "/bg/bg", 1280, 800, ColorScheme.Dark),
    ("country-ar-360", "/de/ar", 360, 640, ColorScheme.Light),
    ("country-ar-1280-dark", "/de/ar", 1280, 800, ColorScheme.Dark),
    ("film-360", "/de/de/film", 360, 640, ColorScheme.Light),
    ("not-found-360", "/gr/el/nothing", 360, 640, ColorScheme.Light),
    ("api-1280", "/api", 1280, 800, ColorScheme.Light),
];

var folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "docs", "images"));
Directory.CreateDirectory(folder);
var program = await ChromiumProgram.FindOrInstallAsync(Console.WriteLine, CancellationToken.None);
Console.WriteLine("Starting the site.");
await using var site = await RunningSite.StartAsync(CancellationToken.None);
using var playwright = await Playwright.CreateAsync();
await using var chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, ChromiumSandbox = !Programs.IsRoot });

foreach (var (name, path, width, height, look) in args.Contains("editors") ? [] : pictures)
{
    await using var visit = await chromium.NewContextAsync(new()
    {
        ViewportSize = new() { Width = width, Height = height },
        ColorScheme = look,
        Locale = "en",
    });
    var page = await visit.NewPageAsync();
    await page.GotoAsync(new Uri(site.Address, path).ToString());
    var file = Path.Combine(folder, $"{name}.png");
    await page.ScreenshotAsync(new() { Path = file });
    Console.WriteLine($"{name}.png: {new FileInfo(file).Length / 1024} kB");
}

if (!args.Contains("site"))
{
    await new EditorPictures(site, chromium, Path.Combine(folder, "editors")).TakeAsync();
}

static string ThisFile([CallerFilePath] string path = "") => path;
