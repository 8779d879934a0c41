using SayNo.Content;
using SayNo.Content.Published;

namespace SayNo.Admin.Items;

/// <summary>The languages that a scope is expected to write in: the campaign in all of the site's, a country in those of its page.</summary>
public static class ScopeLanguages
{
    /// <summary>BCP 47 tags that the site has, a country's main one first.</summary>
    public static IReadOnlyList<string> Of(Picture picture, string scope)
    {
        var languages = CountryLanguages.Of(picture, scope).Select(picture.Locales.Find).OfType<string>().Distinct().ToList();

        return languages.Count > 0 ? languages : picture.Locales.Supported;
    }
}
