using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SayNo.Content;
using SayNo.Web.Api;

namespace SayNo.Campaign;

/// <summary>The language versions of the film as JSON.</summary>
internal static class FilmEndpoints
{
    private const string Type = "Film";

    private static readonly ApiOperation Films = new(Type)
    {
        Type = Type,
        IsList = true,
        Parameters = [QueryParameter.Country, QueryParameter.Cursor, QueryParameter.Limit, QueryParameter.Locale],
    };

    public static void MapFilmApi(this IEndpointRouteBuilder api) => api.MapMethods("/films", ReadRoutes.Methods, List).WithMetadata(Films)
        .WithTags("Campaign").WithName("ListFilms").WithSummary("The film in all its versions")
        .WithDescription("`values.language` is what is spoken in a version; `locale` asks for the language of the transcript and the notes. "
            + "With `country`, the versions of that country and those of the campaign (scope EU).");

    private static Task List(ApiRequest request)
    {
        var items = request.Picture.OfType(Type)
            .Where(item => request.Country is null || item.Scope == request.Country || item.Scope == Scopes.Campaign);

        return new DocumentList("/api/v1/films", Type, items).AnswerAsync(request);
    }
}
