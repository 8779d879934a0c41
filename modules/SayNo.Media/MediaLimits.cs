namespace SayNo.Media;

/// <summary>The settings under <c>SayNo:Media:Limits</c>.</summary>
public sealed class MediaLimits
{
    public const string Section = "SayNo:Media:Limits";

    /// <summary>The most bytes of a picture.</summary>
    public long PictureBytes { get; set; } = 25_000_000;

    /// <summary>The most bytes of a film.</summary>
    public long FilmBytes { get; set; } = 4_000_000_000;

    /// <summary>The most bytes that the files of one owner have together: the campaign, or a country.</summary>
    public long BytesPerOwner { get; set; } = 50_000_000_000;

    /// <summary>What stays free on the server's disk, in bytes.</summary>
    public long BytesLeftFree { get; set; } = 1_000_000_000;

    /// <summary>How long an upload that was interrupted can be taken up again.</summary>
    public TimeSpan UploadLasts { get; set; } = TimeSpan.FromDays(1);
}
