using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SayNo.Content;
using SayNo.Content.Publishing;
using SayNo.Media.Library;
using SayNo.Media.Storage;
using SayNo.Media.Uploading;
using SayNo.Web;
using SayNo.Web.Admin;

namespace SayNo.Media;

/// <summary>The library: pictures, films and captions that editors upload and texts use.</summary>
public sealed class MediaModule : Module
{
    public override string Name => "Media";

    public override IReadOnlyList<string> DependsOn => ["Accounts"];

    public override void Add(IServiceCollection services)
    {
        services.AddCmsDb<MediaDb>(MediaDb.HistoryTable);
        services.AddOptions<MediaLimits>().BindConfiguration(MediaLimits.Section);
        services.AddSingleton<MediaStore>();
        services.AddSingleton<PictureNotes>();
        services.AddScoped<Additions>();
        services.AddScoped<MediaDesk>();
        services.AddScoped<MediaList>();
        services.AddScoped<MediaUses>();
        services.AddScoped<PictureTexts>();
        services.AddScoped<Renditions>();
        services.AddScoped<Replacement>();
        services.AddSingleton<PublishGate, DescribedPictures>();
        services.AddScoped<Room>();
        services.AddScoped<Uploads>();
        services.AddSingleton<UploadSweeper>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<UploadSweeper>());
    }

    public override void AddTo(AdminMenu menu) => menu.Add(new("Pictures and films", MediaFilter.Path, 130, editor => editor.Grants.Count > 0));

    public override void Map(IEndpointRouteBuilder site)
    {
        site.MapUploads();
        site.MapLibraryFiles();
        site.MapRenditions();
    }
}
