using SayNo.Content.Published;

namespace SayNo.Web.Api;

/// <summary>Answers with one document.</summary>
public static class DocumentAnswer
{
    public static Task AnswerAsync(this ResolvedContent document, ApiRequest request, string path) => request.AnswerAsync(path, () => Envelope.Of(
        [document.Id],
        [
            new("self", path + request.QueryWith(null)),
            .. document.Locales.Where(locale => locale != document.Locale).Select(locale => new ApiLink("alternate", $"{path}?locale={locale}") { Locale = locale }),
            ApiLink.DescribedBy(document.Type),
        ],
        json => DocumentJson.Write(json, document),
        json => json.WriteString("locale"u8, document.Locale)));
}
