using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SayNo.Web.Localization;

namespace SayNo.Web.Pages;

/// <summary>Gives a part of a page in another language the direction of its script, so that no view has to think of it (R21).</summary>
[HtmlTargetElement("*", Attributes = "lang")]
public sealed class DirectionByLanguage : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public required ViewContext View { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (View.ViewData[PageFrame.Key] is PageFrame frame
            && output.Attributes.TryGetAttribute("lang", out var lang)
            && lang.Value.ToString() is { Length: > 0 } locale
            && !output.Attributes.ContainsName("dir")
            // A page from left to right has no other direction but within such a part.
            && (LocaleNames.IsRightToLeft(frame.Locale) || LocaleNames.IsRightToLeft(locale)))
        {
            output.Attributes.Add("dir", LocaleNames.Direction(locale));
        }
    }
}
