using System.Net.Mail;
using System.Text.Json.Nodes;

namespace SayNo.Content.Fields.Formats;

/// <summary>One e-mail address (RFC 5321), without a display name.</summary>
public sealed record EmailFormat : Format
{
    public override string Name => "email";

    public override Control Control => Control.Email;

    public override Sentence? Problem(string label, string text, string scope) =>
        MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.') && text.Length <= 254
            && !text.Any(sign => char.IsWhiteSpace(sign) || char.IsControl(sign))
            ? null
            : (Sentence)$"{label} must be one e-mail address, such as help@police.example. \"{text}\" is none.";

    public override void Describe(JsonObject schema) => schema["format"] = "email";
}
