package vn.motcua;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import vn.motcua.database.StartRefused;

/** What is asked before anything is started, so that a refusal leaves everything as it was. */
class StartChecks implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final int DEFAULT_PORT = 8080;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var port = environment.getProperty("server.port", Integer.class, DEFAULT_PORT);
        var address = environment.getProperty("server.address", "");
        if (port > 0 && !isFree(address, port)) {
            throw new StartRefused(StartRefused.Reason.PORT_IN_USE, port);
        }
    }

    private static boolean isFree(String address, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address.isEmpty() ? new InetSocketAddress(port) : new InetSocketAddress(address, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
