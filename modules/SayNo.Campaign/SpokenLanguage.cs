namespace SayNo.Campaign;

/// <summary>Compares locales as they are spoken: the script and the country of a tag make no difference to the ear.</summary>
public static class SpokenLanguage
{
    public static bool IsSame(string one, string other) => Primary(one).Equals(Primary(other), StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> Primary(string tag) => tag.IndexOf('-', StringComparison.Ordinal) is var dash and > 0 ? tag.AsSpan(0, dash) : tag;
}
