using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SayNo.Admin.Editing;

/// <summary>Gives an input of a form what all of them have: its name, what describes it, whether it is right, and the content's language.</summary>
[HtmlTargetElement("input", Attributes = "sn-control", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("textarea", Attributes = "sn-control")]
[HtmlTargetElement("select", Attributes = "sn-control")]
public sealed class ControlAttributes : TagHelper
{
    [HtmlAttributeName("sn-control")]
    public required FieldControl For { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Add(output, "id", For.Name);
        Add(output, "name", For.Name);
        Add(output, "aria-describedby", For.DescribedBy);
        Add(output, "lang", For.Lang);
        Add(output, "dir", For.Dir);
        Add(output, "aria-required", For.Field.Required ? "true" : null);
        Add(output, "aria-invalid", For.Problems.Count > 0 ? "true" : null);
    }

    private static void Add(TagHelperOutput output, string name, string? value)
    {
        if (value is not null && !output.Attributes.ContainsName(name))
        {
            output.Attributes.Add(name, value);
        }
    }
}
