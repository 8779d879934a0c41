namespace SayNo.Benchmarks;

/// <summary>What everything is compared with: the same web server, answering every request with the same bytes and no more.</summary>
internal static class BareServer
{
    /// <summary>Runs in a process of its own until it is killed.</summary>
    /// <param name="port">Where to listen on loopback.</param>
    /// <param name="file">The file with the bytes of the body.</param>
    /// <param name="contentType">The header of that name.</param>
    public static async Task<int> RunAsync(int port, string file, string contentType)
    {
        var body = await File.ReadAllBytesAsync(file);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();

        app.MapGet("/{**path}", async (HttpContext context) =>
        {
            context.Response.ContentType = contentType;
            context.Response.ContentLength = body.Length;
            await context.Response.BodyWriter.WriteAsync(body);
        });

        await app.RunAsync();

        return 0;
    }
}
