#!/usr/bin/env dotnet
#:property PublishAot=false

// Makes the clip that stands for the film in tests: `dotnet run scripts/clip.cs` draws three seconds of moving shapes and a soft tone with
// ffmpeg (Debian: apt install ffmpeg) and writes tests/SayNo.Testing/Clip/. Only whoever wants to renew the clip needs ffmpeg.

using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;

const string Picture =
    "color=c=0x14324f:s=320x180:r=15:d=3[ground];"
    + "color=c=0xf2b632:s=40x40:r=15:d=3[square];"
    + "color=c=0x5fb49c:s=24x90:r=15:d=3[bar];"
    + "[ground][square]overlay=x='20+80*t':y=20[one];"
    + "[one][bar]overlay=x='260-60*t':y=70,drawtext=text='test clip':fontcolor=white:fontsize=28:x=(w-tw)/2:y=130,format=yuv420p[picture]";

(string File, string[] Form)[] films =
[
    ("clip.mp4", ["-c:v", "libx264", "-profile:v", "baseline", "-crf", "30", "-c:a", "aac", "-b:a", "32k", "-movflags", "+faststart"]),
    ("clip.webm", ["-c:v", "libvpx", "-b:v", "80k", "-c:a", "libopus", "-b:a", "24k"]),
];

var folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "tests", "SayNo.Testing", "Clip"));
Directory.CreateDirectory(folder);

foreach (var (file, form) in films)
{
    await RunAsync(
        ["-f", "lavfi", "-i", "sine=frequency=220:duration=3", "-filter_complex", $"{Picture};[0:a]volume=0.1[tone]",
            "-map", "[picture]", "-map", "[tone]", .. form, "-map_metadata", "-1", "-fflags", "+bitexact", "-shortest", file]);
}

await RunAsync(["-ss", "1.5", "-i", "clip.mp4", "-frames:v", "1", "-c:v", "libwebp", "-quality", "60", "poster.webp"]);

foreach (var file in new DirectoryInfo(folder).GetFiles())
{
    Console.WriteLine($"{file.Name}: {file.Length} bytes");
}

async Task RunAsync(string[] arguments)
{
    using var ffmpeg = Start(new("ffmpeg", ["-nostdin", "-loglevel", "error", "-y", .. arguments]) { WorkingDirectory = folder });
    await ffmpeg.WaitForExitAsync();

    if (ffmpeg.ExitCode != 0)
    {
        throw new InvalidOperationException($"ffmpeg ended with {ffmpeg.ExitCode}.");
    }
}

static Process Start(ProcessStartInfo program)
{
    try
    {
        return Process.Start(program) ?? throw new InvalidOperationException("ffmpeg does not start.");
    }
    catch (Win32Exception exception)
    {
        throw new InvalidOperationException("There is no ffmpeg here. On Debian: apt install ffmpeg.", exception);
    }
}

static string ThisFile([CallerFilePath] string path = "") => path;
