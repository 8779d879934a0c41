using System.Text.Json;
using System.Text.RegularExpressions;
using SayNo.Content.Fields;

namespace SayNo.Web.Tests.Contributing;

/// <summary>A postal code: four to ten letters and digits.</summary>
public sealed partial record PostcodeField : TextualField
{
    public override string Kind => "PostcodeField";

    public override Control Control => Control.Text;

    protected override string Member => "Text";

    protected override IEnumerable<Sentence> Check(JsonElement value, string scope)
    {
        if (!Form().IsMatch(value.GetString()!))
        {
            yield return $"{Label} must have four to ten letters and digits.";
        }
    }

    [GeneratedRegex("^[A-Z0-9 -]{4,10}$")]
    private static partial Regex Form();
}
