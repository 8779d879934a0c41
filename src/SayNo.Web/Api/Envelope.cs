using System.Text.Json;
using SayNo.Web.Caching;

namespace SayNo.Web.Api;

/// <summary>What every answer looks like: <c>data</c>, <c>meta</c> and <c>links</c>, with the headers that let any site read it.</summary>
public static class Envelope
{
    public static readonly KeyValuePair<string, string> AllowOrigin = new("Access-Control-Allow-Origin", "*");
    public static readonly KeyValuePair<string, string> ExposeHeaders = new("Access-Control-Expose-Headers", "Allow, Cache-Status, ETag, Link");

    /// <param name="madeOf">Ids and names of types, see <see cref="Answer.MadeOf"/>.</param>
    /// <param name="links">Beside those that every answer has.</param>
    /// <param name="writeData">Writes the value of <c>data</c>.</param>
    /// <param name="writeMeta">Writes the members of <c>meta</c>.</param>
    public static Answer Of(
        IReadOnlyCollection<string> madeOf, IReadOnlyCollection<ApiLink> links, Action<Utf8JsonWriter> writeData, Action<Utf8JsonWriter> writeMeta) => new()
        {
            Body = ApiJson.Bytes(json =>
            {
                json.WriteStartObject();
                json.WritePropertyName("data"u8);
                writeData(json);
                json.WriteStartObject("meta"u8);
                writeMeta(json);
                json.WriteEndObject();
                json.WritePropertyName("links"u8);
                ApiLink.Write(json, links);
                json.WriteEndObject();
            }),
            ContentType = ApiJson.MediaType,
            MadeOf = madeOf,
            Headers = [AllowOrigin, ExposeHeaders, new("Link", ApiLink.Header(links.Concat(ApiLink.Everywhere)))],
        };
}
