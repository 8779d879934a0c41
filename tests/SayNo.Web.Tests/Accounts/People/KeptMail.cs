using SayNo.Web.Mail;

namespace SayNo.Web.Tests.Accounts.People;

/// <summary>A letter box that a test can look into, and that can be shut.</summary>
internal sealed class KeptMail : IMail
{
    public List<Letter> Letters { get; } = [];

    public bool IsDown { get; set; }

    /// <summary>The path that the newest letter leads to.</summary>
    public string Link => new Uri(Letters[^1].Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Last(word => word.StartsWith("http", StringComparison.Ordinal))).AbsolutePath;

    public Task<bool> SendAsync(Letter letter, CancellationToken ct)
    {
        if (!IsDown)
        {
            Letters.Add(letter);
        }

        return Task.FromResult(!IsDown);
    }
}
