package curso.bancada.servicos;

import java.io.IOException;

/// Um processo de prova: abre os serviços pedidos, escreve o pid e a pasta de cada um e espera ser morto.
final class AbreServicos {
    static final String PRONTO = "pronto";

    private AbreServicos() {}

    public static void main(String[] servicos) throws IOException {
        Servicos abertos = Servicos.abrir();
        for (String servico : servicos) {
            switch (servico) {
                case "postgres" -> abertos.postgres().novoBanco().executar("create table t (id int)");
                case "redis" -> abertos.redis().limpar();
                default -> throw new IllegalArgumentException(servico);
            }
        }
        Guardiao.vivos().forEach(g -> System.out.println(g.pid() + " " + g.comando().apagar().orElseThrow()));
        System.out.println(PRONTO);
        while (System.in.read() >= 0) {
            // Vive até ser morto, ou até o teste que o criou sumir.
        }
    }
}
