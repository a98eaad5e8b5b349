package rinha.arena.sistema;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rinha.arena.Recusa;

/// Quem já escuta numa porta, para dizer a quem a queria.
final class DonoDaPorta {
    private static final String ESCUTANDO = "0A";
    private static final int PRAZO_MS = 1_000;

    private DonoDaPorta() {}

    /// Recusa, com o nome de quem a ocupa, uma porta que não está livre; 0 vale sempre.
    static void exigirLivre(int porta) {
        if (porta == 0) {
            return;
        }
        try (var escuta = new ServerSocket()) {
            escuta.setReuseAddress(true);
            escuta.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), porta));
        } catch (IOException e) {
            throw alguemAtende(porta) ? emUso(porta) : Recusa.de("O sistema não deixa abrir a porta %d.".formatted(porta), "As menores que 1024 costumam ser de quem administra a máquina. Use outra: --porta 9999.");
        }
    }

    private static Recusa emUso(int porta) {
        var dono = de(porta);
        return Recusa.de("A porta %d já está em uso%s.".formatted(porta, dono.map(p -> " por " + descrever(p)).orElse("")),
                "Use outra: --porta %d%s. Se é o seu servidor, avalie-o onde está: ./curso rinha avaliar --url http://127.0.0.1:%d".formatted(
                        porta == 65_535 ? 9999 : porta + 1, dono.map(p -> ", ou encerre o processo (kill " + p.pid() + ")").orElse(""), porta));
    }

    private static boolean alguemAtende(int porta) {
        try (var conexao = new Socket()) {
            conexao.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), porta), PRAZO_MS);
            return true;
        } catch (IOException e) {
            return de(porta).isPresent();
        }
    }

    private static String descrever(ProcessHandle processo) {
        String comando = processo.info().command().map(c -> Path.of(c).getFileName().toString()).orElse("um programa");
        boolean nosso = processo.info().arguments().map(a -> Stream.of(a).anyMatch(x -> x.contains("balanceador"))).orElse(false);
        return "%s (processo %d%s)".formatted(comando, processo.pid(), nosso ? ": o balanceador de outro ./curso rinha" : "");
    }

    /// Se quem escuta na porta não é este processo nem um filho dele; falso também onde o sistema não diz quem é.
    static boolean ehDeOutro(int porta, long pid) {
        var donos = todos(porta).toList();
        var nossos = ProcessHandle.of(pid).stream().flatMap(p -> Stream.concat(Stream.of(p), p.descendants())).toList();
        return !donos.isEmpty() && Collections.disjoint(donos, nossos);
    }

    static Optional<ProcessHandle> de(int porta) {
        return todos(porta).findFirst();
    }

    private static Stream<ProcessHandle> todos(int porta) {
        Set<String> soquetes = Stream.of("/proc/net/tcp", "/proc/net/tcp6").flatMap(DonoDaPorta::linhas).map(l -> l.strip().split("\\s+"))
                .filter(c -> c.length > 9 && c[3].equals(ESCUTANDO) && c[1].endsWith(":%04X".formatted(porta)))
                .map(c -> "socket:[" + c[9] + "]").collect(Collectors.toSet());
        return soquetes.isEmpty() ? Stream.empty() : ProcessHandle.allProcesses().filter(p -> temUm(p, soquetes));
    }

    private static boolean temUm(ProcessHandle processo, Set<String> soquetes) {
        try (var abertos = Files.list(Path.of("/proc", Long.toString(processo.pid()), "fd"))) {
            return abertos.anyMatch(a -> {
                try {
                    return soquetes.contains(Files.readSymbolicLink(a).toString());
                } catch (IOException e) {
                    return false; // fechou-se enquanto olhávamos
                }
            });
        } catch (IOException e) {
            return false; // de outra conta, ou já acabou
        }
    }

    private static Stream<String> linhas(String arquivo) {
        try {
            return Files.readAllLines(Path.of(arquivo)).stream();
        } catch (IOException e) {
            return Stream.empty(); // não é Linux
        }
    }
}
