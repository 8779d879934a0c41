namespace SayNo.Web.Caching;

/// <summary>The settings <c>SayNo:ResponseCache</c>.</summary>
public sealed class ResponseCacheOptions
{
    /// <summary>False makes every answer anew, to measure how fast that is.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Room for answers in all their codings; those that nobody asked for lately make place first.</summary>
    public long MaximumBytes { get; set; } = 64 * 1024 * 1024;
}
