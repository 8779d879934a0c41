using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SayNo.Campaign.Contacts;
using SayNo.Content;
using SayNo.Web.Api;

namespace SayNo.Campaign;

/// <summary>The contacts of all countries as JSON.</summary>
internal static class ContactEndpoints
{
    private const string Type = "CountryContact";

    private static readonly ApiOperation Contacts = new("Contact")
    {
        Type = Type,
        IsList = true,
        Parameters = [QueryParameter.Country, QueryParameter.Cursor, QueryParameter.Kind, QueryParameter.Limit, QueryParameter.Locale],
    };

    public static void MapContactApi(this IEndpointRouteBuilder api) => api.MapMethods("/contacts", ReadRoutes.Methods, List).WithMetadata(Contacts)
        .WithTags("Campaign").WithName("ListContacts").WithSummary("Whom a child can call, write to or report to")
        .WithDescription("With `country`, the contacts of that country and those that serve every country (scope EU). Notes may come in a fallback language. "
            + "Short numbers, such as 116111, work only inside the country.");

    private static Task List(ApiRequest request)
    {
        var items = request.Picture.OfType(Type)
            .Where(item => request.Country is null || item.Scope == request.Country || item.Scope == Scopes.Campaign)
            .Where(item => request.Kind is null || item.Text("Kind") == request.Kind);

        return new DocumentList("/api/v1/contacts", Type, items)
        {
            Schema = "Contact",
            Write = (json, content) => CountryJson.Write(json, CountryContact.Of(content, request.AskedAt)),
            Turns = content => ContactFreshness.Turns(content.Date("CheckedOn"), content.Scope),
        }.AnswerAsync(request);
    }
}
