using System.Globalization;
using SayNo.Benchmarks;

// What the child processes of a run do.
if (args is ["load", var address, var headers, var status, var seconds])
{
    return await Load.RunAsync(
        new(address), headers, int.Parse(status, CultureInfo.InvariantCulture), TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture)));
}

if (args is ["bare", var port, var file, var contentType])
{
    return await BareServer.RunAsync(int.Parse(port, CultureInfo.InvariantCulture), file, contentType);
}

var folder = Directory.CreateTempSubdirectory("sayno-benchmarks-").FullName;

try
{
    var table = new Table();

    if (args is ["editing"])
    {
        await Editing.RunAsync(table, folder);

        return 0;
    }

    if (args is ["firstflight"])
    {
        await FirstFlight.RunAsync(table, folder);

        return 0;
    }

    if (args is ["matrix"])
    {
        await Matrix.RunAsync(table, folder);

        return 0;
    }

    if (args is ["uploads"])
    {
        await Uploading.RunAsync(table, folder);

        return 0;
    }

    if (args is ["alert"])
    {
        await RedButton.RunAsync(table, folder);

        return 0;
    }

    await Footprint.RunAsync(table, folder);

    if (args is ["footprint"])
    {
        return 0;
    }

    await Throughput.RunAsync(table, folder);
    await FirstFlight.RunAsync(table, folder);
    await Editing.RunAsync(table, folder);
    await Matrix.RunAsync(table, folder);
    await Uploading.RunAsync(table, folder);
    await RedButton.RunAsync(table, folder);
    await Footprint.RunLargeAsync(table, folder);
}
finally
{
    Directory.Delete(folder, recursive: true);
}

return 0;
