using SayNo.Admin.Lists;
using SayNo.Web.Admin;

namespace SayNo.Admin.Work;

/// <summary>Makes tasks of texts.</summary>
internal static class TaskLinks
{
    /// <summary>The most tasks of a group on the first screen.</summary>
    public const int Shown = 5;

    /// <param name="title">What the item is called.</param>
    /// <param name="itemId">The item.</param>
    /// <param name="locale">BCP 47 tag, or empty for the neutral variant.</param>
    /// <param name="screen">The screen of the text, such as <c>/review</c>; empty for its form.</param>
    /// <param name="note">More about it.</param>
    public static EditorTask Of(ItemTitle title, string itemId, string locale, string screen, string note) => new()
    {
        Text = title.Text,
        TextLocale = title.Locale,
        Path = $"/admin/content/{itemId}/{LocaleInAddress.Of(locale)}{screen}",
        Note = note,
    };
}
