using SayNo.Content.Storage;

namespace SayNo.Admin.Lists;

/// <summary>How the admin's addresses write a locale: the neutral variant needs a word there.</summary>
public static class LocaleInAddress
{
    public const string Neutral = "neutral";

    public static string Of(string locale) => locale == Variant.Neutral ? Neutral : locale;

    public static string Read(string address) => address == Neutral ? Variant.Neutral : address;
}
