using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace SayNo.Web.Tests.ContentApi;

/// <summary>Has one resource, which has a bug.</summary>
public sealed class FailingModule : Module
{
    public const string Secret = "the secret in the message";

    public override string Name => "Failing";

    public override void MapApi(IEndpointRouteBuilder api) => api.MapGet("/failing", Fail).ExcludeFromDescription();

    private static string Fail() => throw new InvalidOperationException(Secret);
}
